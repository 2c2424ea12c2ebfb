package org.plantdeck.app.records;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be done to one pen, by keys and by menu: up and down, to the axis above and to one of
 * its own, and away. Threads: the screen's.
 */
final class PenActs {

    private static final Words WORDS = Words.of(PenActs.class);

    private final Pens pens;
    private final Runnable changed;

    /** An act with its key. */
    private enum Act {
        UP("pen.up", new KeyCodeCombination(KeyCode.UP, KeyCombination.SHORTCUT_DOWN)),
        DOWN("pen.down", new KeyCodeCombination(KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN)),
        JOIN("pen.join", new KeyCodeCombination(KeyCode.J)),
        ALONE("pen.alone", new KeyCodeCombination(KeyCode.O)),
        REMOVE("pen.remove", new KeyCodeCombination(KeyCode.DELETE));

        private final String word;

        @SuppressWarnings("ImmutableEnumChecker") // never changed after this
        private final KeyCombination key;

        Act(String word, KeyCombination key) {
            this.word = word;
            this.key = key;
        }
    }

    /**
     * @param changed called when something else is to be shown
     */
    PenActs(Pens pens, Runnable changed) {
        this.pens = pens;
        this.changed = changed;
    }

    /** What the menu of a pen offers. */
    List<MenuItem> items(TagFacts pen) {
        List<MenuItem> items = new ArrayList<>();
        for (Act act : Act.values()) {
            MenuItem item = new MenuItem(WORDS.say(act.word));
            item.setAccelerator(act.key);
            item.setDisable(!can(act, pen));
            item.setOnAction(_ -> act(act, pen));
            items.add(item);
        }
        return items;
    }

    /** Does what a key stands for; the key is taken where it stands for something. */
    void key(KeyEvent event, TagFacts pen) {
        for (Act act : Act.values()) {
            if (act.key.match(event)) {
                act(act, pen);
                event.consume();
            }
        }
    }

    private boolean can(Act act, TagFacts pen) {
        int place = pens.all().indexOf(pen);
        return switch (act) {
            case UP -> place > 0;
            case DOWN -> place >= 0 && place < pens.all().size() - 1;
            case JOIN -> place > 0 && !isFirstNeighbour(pen, place);
            case ALONE -> pens.shares(pen);
            case REMOVE -> place >= 0;
        };
    }

    /** Whether the pen above is on the same axis already. */
    private boolean isFirstNeighbour(TagFacts pen, int place) {
        TagFacts above = pens.all().get(place - 1);
        return pens.axes().stream().anyMatch(it -> it.contains(pen) && it.contains(above));
    }

    private void act(Act act, TagFacts pen) {
        if (!can(act, pen)) {
            return;
        }
        switch (act) {
            case UP -> pens.move(pen, -1);
            case DOWN -> pens.move(pen, 1);
            case JOIN -> pens.share(pen, pens.all().get(pens.all().indexOf(pen) - 1));
            case ALONE -> pens.alone(pen);
            case REMOVE -> pens.remove(pen);
        }
        changed.run();
    }
}
