package org.plantdeck.app.shell;

import javafx.stage.Stage;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.look.Theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows of this process; they share a theme. Threads: the screen's. */
public final class DeskWindows {

    private final Desk desk;
    private final List<ScreenKind> kinds;
    private final WindowPlaces places;
    private final List<DeskWindow> open = new ArrayList<>();
    private Theme theme;

    /**
     * @param desk what windows and screens are given
     * @param kinds every screen there is
     */
    public DeskWindows(Desk desk, List<ScreenKind> kinds) {
        this.desk = desk;
        this.kinds = List.copyOf(kinds);
        places = new WindowPlaces(desk.session().directory().folder("desktop"));
        theme = places.theme();
    }

    List<ScreenKind> kinds() {
        return kinds;
    }

    Optional<ScreenKind> kind(String word) {
        return kinds.stream().filter(it -> it.word().equals(word)).findFirst();
    }

    /** The theme of all windows. */
    public Theme theme() {
        return theme;
    }

    void theme(Theme next) {
        theme = next;
        places.theme(next);
        open.forEach(it -> it.dress(next));
    }

    /** Opens the desk itself in a stage, with a screen. */
    public void openMain(Stage stage, String screen) {
        show(new DeskWindow(stage, desk, this, false), "main", screen, List.of());
        for (String poppedOut : places.openScreens()) {
            popOut(poppedOut, List.of());
        }
    }

    /** Opens one screen in a stage. */
    public void openSingle(Stage stage, String screen) {
        show(new DeskWindow(stage, desk, this, true), "single-" + screen, screen, List.of());
    }

    void popOut(String screen, List<String> arguments) {
        show(new DeskWindow(new Stage(), desk, this, true), screen, screen, arguments);
    }

    private void show(DeskWindow window, String place, String screen, List<String> arguments) {
        open.add(window);
        window.open(screen, arguments);
        places.restore(place, window.stage());
        window.stage().setOnCloseRequest(_ -> remember(place, window));
        window.stage().show();
    }

    /** Where a window was is kept when it closes; the main one takes the others with it. */
    private void remember(String place, DeskWindow closing) {
        places.keep(place, closing.stage());
        if (place.equals("main")) {
            List<DeskWindow> others = open.stream().filter(it -> it != closing).toList();
            places.openScreens(others.stream().map(DeskWindow::screen).toList());
            others.forEach(it -> {
                places.keep(it.screen(), it.stage());
                it.stage().close();
            });
        }
    }

    void closed(DeskWindow window) {
        open.remove(window);
    }
}
