package org.plantdeck.app.desk;

import org.kordamp.ikonli.Ikon;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A screen that can be opened.
 *
 * @param word its name on the command line and in file names, such as {@code hmi1}
 * @param level 1 overview, 2 unit, 3 equipment, 4 diagnostics
 * @param title in the top bar
 * @param label in the navigation
 * @param icon in the folded navigation
 * @param opener opens it
 */
public record ScreenKind(
        String word,
        int level,
        String title,
        String label,
        Ikon icon,
        BiFunction<Desk, List<String>, Screen> opener) {

    /**
     * Opens it. What it asks the databases is forgotten when it is closed.
     *
     * @param arguments what it is to show, such as names of tags; most screens take none
     */
    public Screen open(Desk desk, List<String> arguments) {
        Desk its = desk.forOneScreen();
        return new AskingScreen(opener.apply(its, arguments), its);
    }
}
