/** What somebody who helps is given: everything about a data directory but what is secret. */
@NullMarked
package org.plantdeck.plantruntime.support;

import org.jspecify.annotations.NullMarked;
