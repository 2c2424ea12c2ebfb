package org.plantdeck.plantruntime.desktop;

import org.plantdeck.plantruntime.settings.SettingsFailure;

/**
 * Something that may let a session begin that could not.
 *
 * @param offer what it is, as a button says it
 * @param act does it; throws {@link SettingsFailure} where it cannot be done. It touches the disk
 */
public record Remedy(String offer, Runnable act) {}
