/** Which insights of the cloud a desk shows, and in which order. */
@NullMarked
package org.plantdeck.app.insights;

import org.jspecify.annotations.NullMarked;
