package org.plantdeck.app.brokers;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;

/** What a broker lost or refused, by reason. Threads: the screen's. */
final class ReasonsPane {

    private static final Words WORDS = Words.of(ReasonsPane.class);

    private final Panel panel = new Panel(WORDS.say("reasons"));
    private final VBox lines = new VBox(2);
    private final ScrollArea scroll = new ScrollArea(lines);
    private Optional<List<BrokerTotals.ReasonLine>> shown = Optional.empty();

    ReasonsPane() {
        scroll.setFitToWidth(true);
        panel.loading();
    }

    Panel panel() {
        return panel;
    }

    void show(BrokerTotals totals) {
        if (!totals.isKnown()) {
            shown = Optional.empty();
            panel.loading();
            return;
        }
        Optional<List<BrokerTotals.ReasonLine>> next = totals.reasons();
        if (next.isEmpty()) {
            panel.instead(WORDS.say("reasons-unknown", totals.version()));
        } else if (next.get().isEmpty()) {
            panel.instead(WORDS.say("reasons-none"));
        } else if (!next.equals(shown)) {
            fill(next.get());
            panel.content(scroll);
        }
        shown = next;
    }

    private void fill(List<BrokerTotals.ReasonLine> reasons) {
        lines.getChildren().clear();
        boolean headed = false;
        for (BrokerTotals.ReasonLine reason : reasons) {
            if (!headed && !reason.lost()) {
                headed = true;
                heading("reasons-refused");
            } else if (reason.lost() && lines.getChildren().isEmpty()) {
                heading("reasons-lost");
            }
            Figure figure = new Figure(reason.sentence());
            figure.text(reason.count());
            lines.getChildren().add(figure);
        }
    }

    private void heading(String key) {
        Label heading = new Label(WORDS.say(key));
        heading.getStyleClass().add("note");
        lines.getChildren().add(heading);
    }
}
