/** The tables of analytics.db: what writes them and what reads them. */
@NullMarked
package org.plantdeck.cloudanalytics.store;

import org.jspecify.annotations.NullMarked;
