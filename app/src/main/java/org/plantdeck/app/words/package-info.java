/** What operators read: texts, numbers and times. */
@NullMarked
package org.plantdeck.app.words;

import org.jspecify.annotations.NullMarked;
