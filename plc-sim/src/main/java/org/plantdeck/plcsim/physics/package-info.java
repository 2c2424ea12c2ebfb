/** The pretend plant: one state of the bottling hall, its equations, its faults; no I/O. */
@NullMarked
package org.plantdeck.plcsim.physics;

import org.jspecify.annotations.NullMarked;
