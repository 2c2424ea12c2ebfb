/** The command line: sub-commands, their options, what is printed, exit codes. */
@NullMarked
package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.NullMarked;
