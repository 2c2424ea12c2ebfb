package org.plantdeck.plantruntime.desktop;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The screens of PlantDeck, where this program has some. Found by the service loader, so that the
 * runtime works without any. Threads: the main one; each method blocks until its windows are closed
 * and returns the exit code of the process.
 */
public interface Desktop {

    /** The desktop of this program; empty where it was built without one. */
    static Optional<Desktop> find() {
        return ServiceLoader.load(Desktop.class).findFirst();
    }

    /** The words of the screens there are, in the order of the navigation. */
    List<String> screens();

    /**
     * Opens a window on everything, and begins the session behind it.
     *
     * @throws NoDisplay where no window can be opened; nothing has been begun then
     */
    int open(SessionStart start) throws NoDisplay;

    /**
     * Opens one screen.
     *
     * @param screen one of {@link #screens()}
     * @throws NoDisplay where no window can be opened; nothing has been begun then
     */
    int openScreen(String screen, SessionStart start) throws NoDisplay;

    /**
     * Opens everything as {@link #open} does, without a display, goes through every screen and
     * closes it again: what an installer makes the program ready with.
     *
     * @throws NoDisplay where that is not possible either
     */
    int rehearse(SessionStart start) throws NoDisplay;

    /**
     * Draws screens into files, without a display.
     *
     * @throws SessionFailure where the session or a picture fails, in words for an operator
     */
    int draw(PictureRequest request, SessionStart start) throws SessionFailure;
}
