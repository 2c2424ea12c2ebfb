/** Runs the plant and its PLCs: pace, snapshots, commands, and PLCs that run elsewhere. */
@NullMarked
package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.NullMarked;
