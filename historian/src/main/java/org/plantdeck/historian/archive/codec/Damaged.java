package org.plantdeck.historian.archive.codec;

import java.io.Serial;

/** Bytes that no writer of ours can have written. */
public final class Damaged extends Exception {

    @Serial private static final long serialVersionUID = 1;

    /** Says what is wrong with them. */
    public Damaged(String what) {
        super(what);
    }
}
