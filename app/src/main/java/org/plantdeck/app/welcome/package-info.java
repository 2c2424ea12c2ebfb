/** What is seen before there is a desk: what a first start asks, and how the parts start. */
@NullMarked
package org.plantdeck.app.welcome;

import org.jspecify.annotations.NullMarked;
