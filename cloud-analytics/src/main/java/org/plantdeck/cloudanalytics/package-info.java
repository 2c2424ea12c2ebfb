/** The cloud side: takes windows from the cloud broker, keeps them, asks for what is missing. */
@NullMarked
package org.plantdeck.cloudanalytics;

import org.jspecify.annotations.NullMarked;
