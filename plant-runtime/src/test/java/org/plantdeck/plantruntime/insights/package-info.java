/** What the analytics says of the real plant. */
@NullMarked
package org.plantdeck.plantruntime.insights;

import org.jspecify.annotations.NullMarked;
