/** Which windows of a run are missing, when to ask for them and when to give them up; no I/O. */
@NullMarked
package org.plantdeck.cloudanalytics.gaps;

import org.jspecify.annotations.NullMarked;
