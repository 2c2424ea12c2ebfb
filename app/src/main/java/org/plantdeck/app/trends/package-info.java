/** Values over time, as pictures. */
@NullMarked
package org.plantdeck.app.trends;

import org.jspecify.annotations.NullMarked;
