package org.plantdeck.app.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.CopyLine;
import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Confirmation;
import org.plantdeck.app.parts.PartControl.Act;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** How every part is; those of this process are stopped and started here. Level 4. */
public final class StatusScreen implements Screen {

    private static final Words WORDS = Words.of(StatusScreen.class);

    private final Desk desk;
    private final VBox node = new VBox(16);
    private final StatusModel model = new StatusModel();
    private final Panel parts = new Panel(WORDS.say("parts"));
    private final PartTable table;
    private final Confirmation confirmation = new Confirmation("");
    private final PartControl control;
    private final Panel words = new Panel(WORDS.say("words"));
    private final VBox wordLines = new VBox(8);
    private final List<Figure> figures = new ArrayList<>();
    private final VBox figureLines = new VBox(2);
    private final LiveSubscription subscription;
    private List<StatusModel.Word> shownWords = List.of();
    private Duration longestPass = Duration.ZERO;

    /** Opens it. */
    public StatusScreen(Desk desk) {
        this.desk = desk;
        control = new PartControl(desk.session().parts(), desk.door(), confirmation::tell);
        table = new PartTable(this::propose);
        confirmation.tell(
                WORDS.say(desk.session().parts().names().isEmpty() ? "attached" : "at-first"));
        ScrollArea scroll = new ScrollArea(table);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        parts.content(new VBox(8, scroll, confirmation));
        confirmation.setMinHeight(Region.USE_PREF_SIZE);
        wordLines.getStyleClass().add("word-lines");
        ScrollArea sentences = new ScrollArea(wordLines);
        sentences.setFitToWidth(true);
        words.content(sentences);
        Panel self = new Panel(WORDS.say("desk"), figureLines);
        self.context(WORDS.say("desk-version", desk.session().version()));
        GridPane lower = new GridPane();
        lower.getStyleClass().add("screen-grid");
        for (double share : new double[] {27, 46, 27}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            lower.getColumnConstraints().add(column);
        }
        lower.addRow(0, words, connect(), self);
        VBox.setVgrow(parts, Priority.ALWAYS);
        lower.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(parts, lower);
        show(shownWords);
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(Feed.FACTORY_STATUS, Feed.CLOUD_STATUS),
                                new LiveListener() {});
    }

    private Panel connect() {
        URI local = desk.session().brokers().local();
        URI cloud = desk.session().brokers().cloud();
        VBox lines = new VBox(4);
        lines.getChildren()
                .addAll(
                        named("local-broker", DeskModel.subscribeLine(local, "factory/#")),
                        named("local-status", DeskModel.subscribeLine(local, "status/#")),
                        named("cloud-broker", DeskModel.subscribeLine(cloud, "cloud/#")),
                        named("directory", desk.session().directory().path().toString()));
        Panel panel = new Panel(WORDS.say("connect"), lines);
        panel.context(WORDS.say("addresses", local, cloud));
        return panel;
    }

    private static Region named(String key, String text) {
        Label name = new Label(WORDS.say(key));
        name.getStyleClass().addAll("note", "copy-name");
        CopyLine line = new CopyLine(WORDS.say(key), text);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox row = new HBox(8, name, line);
        row.getStyleClass().add("path-line");
        return row;
    }

    private void propose(Act act, PartName part) {
        String name = PartWords.name(part.component());
        String key = act == Act.START ? "consequence-start" : "consequence-" + part.component();
        String what = WORDS.say(key);
        String sentence =
                act == Act.RESTART
                        ? WORDS.say("consequence-restart", name, what)
                        : act == Act.STOP
                                ? WORDS.say("consequence-stop", name, what)
                                : WORDS.say("consequence-begin", name, what);
        confirmation.propose(
                sentence, WORDS.say("act-" + act.key(), name), () -> control.carryOut(act, part));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(Snapshot now) {
        List<StatusModel.Line> lines = model.lines(now, lives(desk.session().parts()));
        parts.context(StatusModel.context(lines));
        table.show(lines, control.isBusy());
        List<StatusModel.Word> next = StatusModel.words(now, lines);
        if (!next.equals(shownWords)) {
            show(next);
        }
        showDesk();
    }

    private static Map<PartName, PartState> lives(PartGroup group) {
        Map<PartName, PartState> lives = new EnumMap<>(PartName.class);
        group.names().forEach(it -> lives.put(it, group.state(it)));
        return lives;
    }

    private void show(List<StatusModel.Word> next) {
        shownWords = next;
        wordLines.getChildren().clear();
        for (StatusModel.Word word : next) {
            Label sentence = new Label(WORDS.say("word", word.who(), word.sentence()));
            sentence.setWrapText(true);
            Label at = new Label(word.at());
            at.getStyleClass().add("note");
            wordLines.getChildren().add(new VBox(sentence, at));
        }
        if (next.isEmpty()) {
            Label none = new Label(WORDS.say("no-words"));
            none.getStyleClass().add("quiet");
            none.setWrapText(true);
            wordLines.getChildren().add(none);
        }
    }

    private void showDesk() {
        Duration pass = desk.door().longestPass();
        longestPass = pass.compareTo(longestPass) > 0 ? pass : longestPass;
        List<DeskModel.Figure> its =
                DeskModel.figures(
                        new DeskModel.Counts(
                                desk.live().openSubscriptions(),
                                desk.live().malformed(),
                                desk.door().dropped(),
                                longestPass));
        for (int i = 0; i < its.size(); i++) {
            if (figures.size() <= i) {
                Figure figure = new Figure(its.get(i).name());
                figures.add(figure);
                figureLines.getChildren().add(figure);
            }
            figures.get(i).text(its.get(i).value());
        }
    }

    @Override
    public void close() {
        subscription.close();
        control.close();
    }
}
