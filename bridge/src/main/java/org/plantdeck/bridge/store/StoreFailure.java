package org.plantdeck.bridge.store;

/** The database did not take or give what it was asked; nothing of the transaction was kept. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
