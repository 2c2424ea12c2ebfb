package org.plantdeck.app.line;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ShareBar;
import org.plantdeck.app.line.LineModel.Factor;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;

/** OEE of the shift with what it was lost to. Threads: the screen's. */
final class OeePanel {

    private static final Words WORDS = Words.of(OeePanel.class);

    private final Panel panel = new Panel(WORDS.say("oee-title"));
    private final VBox content = new VBox(3);
    private final Row availability = new Row("availability", false);
    private final Row performance = new Row("performance", false);
    private final Row quality = new Row("quality", false);
    private final Row oee = new Row("oee", true);

    /** A factor with its bar. */
    private final class Row {
        private final Label number = new Label();
        private final ShareBar bar;
        private final Label reason = new Label();

        Row(String key, boolean total) {
            Label name = new Label(WORDS.say(key));
            name.getStyleClass().add("oee-name");
            number.getStyleClass().addAll("live", "oee-number");
            reason.getStyleClass().add("note");
            bar = new ShareBar(total);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox row = new HBox(8, name, bar, number);
            row.setAlignment(Pos.CENTER_LEFT);
            content.getChildren().add(row);
            if (!total) {
                content.getChildren().add(reason);
            }
        }

        void show(Factor factor) {
            number.setText(factor.number());
            bar.share(factor.share());
            reason.setText(factor.reason());
        }
    }

    OeePanel() {
        panel.content(content);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now) {
        panel.context(WORDS.say("shift", LineModel.line(now, "shift.name").text()));
        availability.show(LineModel.availability(now));
        performance.show(LineModel.performance(now));
        quality.show(LineModel.quality(now));
        oee.show(LineModel.oee(now));
    }
}
