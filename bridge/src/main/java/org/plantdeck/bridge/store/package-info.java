/** The bridge's database: open windows, the outbox and counts. The one place here with JDBC. */
@NullMarked
package org.plantdeck.bridge.store;

import org.jspecify.annotations.NullMarked;
