/**
 * Whether there is a newer version: asked of one file, at an address that somebody has set, and of
 * nobody where none is set.
 */
@NullMarked
package org.plantdeck.plantruntime.updates;

import org.jspecify.annotations.NullMarked;
