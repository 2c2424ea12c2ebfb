package org.plantdeck.app;

import javafx.scene.Scene;

import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.StillShell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A screen in its shell, in a theme and a size, with everything that it shows at first.
 *
 * @param kind which screen
 * @param theme in which theme
 * @param width in pixels
 * @param height in pixels
 */
record Still(ScreenKind kind, Theme theme, int width, int height) {

    /** Whether every screen is looked at in every theme and size, or a sample of them. */
    private static final boolean EVERYTHING = Boolean.getBoolean("screens.all");

    /** Whose colours are looked at in every theme: a mimic, controls, tiles. */
    private static final List<String> COLOURFUL = List.of("overview", "hmi1", "cloud");

    /** The stills to look at: every screen in the sizes of most displays at least. */
    static Stream<Still> all() {
        List<Still> stills = new ArrayList<>();
        for (ScreenKind kind : DeskScreens.ALL) {
            for (Theme theme : Theme.values()) {
                boolean sizes = EVERYTHING || theme == Theme.GREY;
                if (sizes || COLOURFUL.contains(kind.word())) {
                    stills.add(new Still(kind, theme, 1280, 800));
                }
                if (sizes) {
                    stills.add(new Still(kind, theme, 1920, 1080));
                }
                if (EVERYTHING) {
                    stills.add(new Still(kind, theme, 3840, 2160));
                }
            }
        }
        return stills.stream();
    }

    /** Looks at the scene of it. */
    void look(FakeDesk fake, Consumer<Scene> eye) {
        fake.speaks();
        StillShell shell = Headless.onScreen(() -> open(fake));
        try {
            Await.until("a complete " + this, () -> Headless.onScreen(() -> isComplete(shell)));
            Headless.onScreen(() -> {
                settle(shell);
                eye.accept(shell.getScene());
            });
        } finally {
            Headless.onScreen(shell::close);
        }
    }

    private StillShell open(FakeDesk fake) {
        StillShell shell = new StillShell(fake.desk(), DeskScreens.ALL, kind);
        Look.dress(new Scene(shell, width, height), theme);
        return shell;
    }

    /** A screen that asks for as much as it has room for knows its room only when laid out. */
    static boolean isComplete(StillShell shell) {
        shell.applyCss();
        shell.layout();
        shell.refresh();
        return shell.isComplete();
    }

    /** Some sizes are known only when others have been laid out. */
    private static void settle(StillShell shell) {
        for (int pass = 0; pass < 3; pass++) {
            shell.refresh();
            shell.applyCss();
            shell.layout();
        }
    }

    @Override
    public String toString() {
        return kind.word() + "-" + theme.word() + " " + width + "x" + height;
    }
}
