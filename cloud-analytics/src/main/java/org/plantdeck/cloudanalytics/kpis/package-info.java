/** Key figures of the factory over an interval, computed from windows; no I/O. */
@NullMarked
package org.plantdeck.cloudanalytics.kpis;

import org.jspecify.annotations.NullMarked;
