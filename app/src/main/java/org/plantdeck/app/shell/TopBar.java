package org.plantdeck.app.shell;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.live.PlantClock;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

/** Name, way back, title, search, plant clock and speed, operator. Threads: the screen's. */
final class TopBar extends HBox {

    private static final Words WORDS = Words.of(TopBar.class);
    private static final double[] SPEEDS = {0.1, 0.5, 1, 2, 5, 10, 20, 50, 100};

    private final Desk desk;
    private final Button back;
    private final Button forward;
    private final Label title = new Label();
    private final Label level = new Label();
    private final Label clock = new Label();
    private final Button speed = new Button();

    TopBar(Desk desk, ShellActions actions) {
        this.desk = desk;
        getStyleClass().add("top-bar");
        back = Buttons.icon(Feather.CHEVRON_LEFT, WORDS.say("back"), actions::back);
        forward = Buttons.icon(Feather.CHEVRON_RIGHT, WORDS.say("forward"), actions::forward);
        title.getStyleClass().add("screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        level.getStyleClass().add("level");
        level.setMinWidth(USE_PREF_SIZE);
        clock.getStyleClass().add("plant-clock");
        clock.setMinWidth(USE_PREF_SIZE);
        clock.setAccessibleText(WORDS.say("plant-clock"));
        speed.getStyleClass().add("speed-button");
        speed.setMinWidth(USE_PREF_SIZE);
        speed.setOnAction(_ -> offerSpeeds());
        Label operator = new Label(desk.operator().name());
        operator.setMinWidth(USE_PREF_SIZE);
        operator.setAccessibleText(WORDS.say("operator", desk.operator().name()));
        getChildren()
                .addAll(
                        brand(),
                        back,
                        forward,
                        title,
                        level,
                        gap(),
                        searchButton(actions),
                        gap(),
                        clock,
                        speed,
                        operator,
                        Buttons.icon(Feather.SUN, WORDS.say("theme"), actions::nextTheme),
                        Buttons.icon(Feather.EXTERNAL_LINK, WORDS.say("pop-out"), actions::popOut));
    }

    private static HBox brand() {
        Label strong = new Label("Plant");
        strong.getStyleClass().add("brand-strong");
        Label plain = new Label(" Deck");
        plain.getStyleClass().add("brand-plain");
        HBox brand = new HBox(strong, plain);
        brand.getStyleClass().add("brand");
        brand.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return brand;
    }

    private static Region gap() {
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button searchButton(ShellActions actions) {
        Label key = new Label(WORDS.say("search-key"));
        key.getStyleClass().add("search-key");
        Button search = new Button(WORDS.say("search"), key);
        search.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        search.setGraphicTextGap(24);
        search.getStyleClass().add("search-button");
        search.setOnAction(_ -> actions.search());
        return search;
    }

    private void offerSpeeds() {
        ContextMenu menu = new ContextMenu();
        desk.session()
                .parts()
                .plant()
                .ifPresentOrElse(
                        plant -> {
                            for (double times : SPEEDS) {
                                MenuItem item = new MenuItem(times(times));
                                item.setOnAction(_ -> plant.setSpeed(times));
                                menu.getItems().add(item);
                            }
                        },
                        () -> {
                            MenuItem none = new MenuItem(WORDS.say("speed-elsewhere"));
                            none.setDisable(true);
                            menu.getItems().add(none);
                        });
        menu.show(speed, Side.BOTTOM, 0, 4);
    }

    private static String times(double speed) {
        return Numbers.text(speed, speed < 10 ? 1 : 0) + " ×";
    }

    void show(ScreenKind kind, boolean canGoBack, boolean canGoForward) {
        title.setText(kind.title());
        level.setText(WORDS.say("level", kind.level()));
        back.setDisable(!canGoBack);
        forward.setDisable(!canGoForward);
    }

    void show(Snapshot now) {
        PlantClock plant = now.clock();
        clock.setText(plant.now().map(Times::dayAndSecond).orElse(WORDS.say("no-clock")));
        if (plant.catchingUp()) {
            speed.setText(WORDS.say("catching-up", Math.round(plant.catchUpShare() * 100)));
        } else if (!plant.waitingFor().isEmpty()) {
            speed.setText(WORDS.say("waiting-for", plant.waitingFor()));
        } else {
            speed.setText(times(plant.trueSpeed()));
        }
        speed.setAccessibleText(WORDS.say("speed", speed.getText(), times(plant.speed())));
    }
}
