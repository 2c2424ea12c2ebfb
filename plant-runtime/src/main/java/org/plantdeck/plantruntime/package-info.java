/** PlantDeck without a screen: its entry point. */
@NullMarked
package org.plantdeck.plantruntime;

import org.jspecify.annotations.NullMarked;
