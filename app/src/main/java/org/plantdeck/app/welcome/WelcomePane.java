package org.plantdeck.app.welcome;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.FirstChoice;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * What a first start asks: the demo plant, or brokers of one's own. It asks once. Threads: the
 * screen's.
 */
public final class WelcomePane extends StackPane implements AutoCloseable {

    private static final Words WORDS = Words.of(WelcomePane.class);
    private static final double WIDTH = 1_080;
    private static final int MARK = 64;

    private final WelcomeModel model;
    private final List<PortField> ports;
    private final List<BrokerForm> forms;
    private final Button demo = new Button(WORDS.say("demo-start"));
    private final Button trial = new Button(WORDS.say("own-try"));
    private final Button own = new Button(WORDS.say("own-start"));
    private final Label trouble = paragraph("");

    /**
     * @param screen does things on the screen's thread
     */
    public WelcomePane(FirstChoice choice, Executor screen) {
        model = new WelcomeModel(choice, screen);
        ports = WelcomeModel.BROKERS.stream().map(it -> new PortField(it, model.ports())).toList();
        forms = WelcomeModel.BROKERS.stream().map(it -> new BrokerForm(it, model)).toList();
        Label where = paragraph(WORDS.say("where", choice.directory().path()));
        where.getStyleClass().add("quiet");
        HBox ways = new HBox(16, demoPlant(), ownBrokers());
        ways.setFillHeight(true);
        trouble.getStyleClass().add("fault-title");
        VBox all = new VBox(20, heading(), ways, trouble, where);
        all.getStyleClass().add("welcome");
        all.setMaxWidth(WIDTH);
        ScrollArea scroll = new ScrollArea(new StackPane(all));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.listen(this::show);
        show();
        model.ports().propose();
    }

    /** Has something done when somebody has chosen, and it is written down. */
    public void whenChosen(Runnable chosen) {
        model.whenChosen(chosen);
    }

    private static HBox heading() {
        Label title = new Label(WORDS.say("welcome"));
        title.getStyleClass().add("welcome-title");
        VBox words = new VBox(4, title, paragraph(WORDS.say("choose")));
        HBox.setHgrow(words, Priority.ALWAYS);
        ImageView mark = new ImageView(Look.icon(2 * MARK));
        mark.setFitWidth(MARK);
        mark.setFitHeight(MARK);
        HBox heading = new HBox(20, mark, words);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private Panel demoPlant() {
        demo.getStyleClass().add("act-button");
        demo.setDefaultButton(true);
        demo.setOnAction(_ -> model.startDemo());
        VBox content = new VBox(14, paragraph(WORDS.say("demo")));
        content.getChildren().addAll(ports);
        return way("demo-title", content, 380, demo);
    }

    private Panel ownBrokers() {
        trial.getStyleClass().add("command-button");
        trial.setOnAction(_ -> model.tryBrokers());
        own.getStyleClass().add("command-button");
        own.setOnAction(_ -> model.startWithOwn());
        HBox beside = new HBox(24);
        for (BrokerForm form : forms) {
            form.setPrefWidth(280);
            HBox.setHgrow(form, Priority.ALWAYS);
            beside.getChildren().add(form);
        }
        VBox content = new VBox(14, paragraph(WORDS.say("own")), beside);
        Panel panel = way("own-title", content, 684, own, trial);
        HBox.setHgrow(panel, Priority.ALWAYS);
        return panel;
    }

    private static Panel way(String title, VBox content, double width, Button... acts) {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, acts);
        for (Button each : acts) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        content.getChildren().addAll(gap, buttons);
        Panel panel = new Panel(WORDS.say(title), content);
        panel.setPrefWidth(width);
        panel.setMinHeight(USE_PREF_SIZE);
        return panel;
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        ports.forEach(PortField::show);
        forms.forEach(BrokerForm::show);
        demo.setDisable(!model.canStartDemo());
        trial.setDisable(!model.canTry());
        own.setDisable(!model.canTry());
        String sentence = model.trouble().isEmpty() ? model.lacking() : model.trouble();
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    @Override
    public void close() {
        model.close();
    }
}
