package org.plantdeck.app.controls;

/**
 * A pane whose children may appear one after the other when its screen opens: it neither counts nor
 * looks for them among its children, and takes none of them away meanwhile.
 */
public interface Piecemeal {}
