/** The frame around screens: windows, navigation, banner, search. */
@NullMarked
package org.plantdeck.app.shell;

import org.jspecify.annotations.NullMarked;
