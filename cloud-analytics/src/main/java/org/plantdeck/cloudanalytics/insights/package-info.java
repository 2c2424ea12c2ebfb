/** What the data says about the plant: rules over windows that open and close insights; no I/O. */
@NullMarked
package org.plantdeck.cloudanalytics.insights;

import org.jspecify.annotations.NullMarked;
