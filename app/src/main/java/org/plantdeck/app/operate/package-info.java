/** How an operator acts on the plant: in two steps, with the consequence said before. */
@NullMarked
package org.plantdeck.app.operate;

import org.jspecify.annotations.NullMarked;
