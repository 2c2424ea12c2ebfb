package org.plantdeck.app.shell;

/** What the bars of a window can ask of it. Threads: the screen's. */
interface ShellActions {

    /** One screen back. */
    void back();

    /** One screen forward again. */
    void forward();

    /** Finds a screen or a tag. */
    void search();

    /** Takes the next theme, in every window. */
    void nextTheme();

    /** Shows the present screen in a window of its own. */
    void popOut();
}
