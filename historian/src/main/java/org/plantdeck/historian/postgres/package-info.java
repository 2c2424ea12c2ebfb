/** The history in PostgreSQL, as tables of days or TimescaleDB hypertables. */
@NullMarked
package org.plantdeck.historian.postgres;

import org.jspecify.annotations.NullMarked;
