package org.plantdeck.app.shell;

import javafx.scene.layout.StackPane;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.ScreenKind;

import java.util.List;

/** A shell that stands still, for a picture. Threads: the screen's. */
public final class StillShell extends StackPane implements AutoCloseable {

    private final ShellPane shell;

    /** A shell that shows one screen. */
    public StillShell(Desk desk, List<ScreenKind> kinds, ScreenKind kind) {
        shell = new ShellPane(desk, kinds, new Nothing(), false);
        getChildren().add(new ZoomPane(shell));
        shell.open(kind, List.of(), false, false);
    }

    /** Nobody presses the buttons of a picture. */
    private static final class Nothing implements ShellActions {
        @Override
        public void back() {}

        @Override
        public void forward() {}

        @Override
        public void search() {}

        @Override
        public void nextTheme() {}

        @Override
        public void popOut() {}
    }

    /** Shows what is so now. */
    public void refresh() {
        shell.refresh();
    }

    /** Whether the screen has everything it shows at first. */
    public boolean isComplete() {
        return shell.isComplete();
    }

    @Override
    public void close() {
        shell.close();
    }
}
