package org.plantdeck.plantruntime.desktop;

/** No window can be opened here. */
public final class NoDisplay extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason one short phrase, such as "DISPLAY is :7, which cannot be reached"
     */
    public NoDisplay(String reason) {
        super(reason);
    }

    /** Why, in one short phrase. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
