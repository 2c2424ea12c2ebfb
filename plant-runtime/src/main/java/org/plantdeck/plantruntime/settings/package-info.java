/**
 * What can be set, how it is written, and what is set: one file, and what the command line adds.
 */
@NullMarked
package org.plantdeck.plantruntime.settings;

import org.jspecify.annotations.NullMarked;
