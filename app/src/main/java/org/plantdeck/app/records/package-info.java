/** What the historian keeps: its counts, its newest rows, trends of any tag, export. Level 4. */
@NullMarked
package org.plantdeck.app.records;

import org.jspecify.annotations.NullMarked;
