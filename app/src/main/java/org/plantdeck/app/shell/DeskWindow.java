package org.plantdeck.app.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One window: a shell, where it has been, its keys. Threads: the screen's. */
final class DeskWindow implements Desk.Navigator, ShellActions {

    private final Stage stage;
    private final DeskWindows windows;
    private final List<ScreenKind> kinds;
    private final Desk desk;
    private final ShellPane shell;
    private final ZoomPane zoomPane;
    private final Scene scene;
    private final Way way = new Way();
    private final Timeline everySecond;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /**
     * @param stage not shown yet
     * @param single whether it is for one screen, without navigation
     */
    DeskWindow(Stage stage, Desk shared, DeskWindows windows, boolean single) {
        this.stage = stage;
        this.windows = windows;
        kinds = windows.kinds();
        desk = shared.with(this);
        shell = new ShellPane(desk, kinds, this, single);
        zoomPane = new ZoomPane(shell);
        scene = new Scene(zoomPane, 1280, 800);
        Look.dress(scene, windows.theme());
        stage.setScene(scene);
        if (stage.getIcons().isEmpty()) {
            Look.mark(stage);
        }
        everySecond = new Timeline(new KeyFrame(Duration.seconds(1), _ -> shell.refresh()));
        everySecond.setCycleCount(Animation.INDEFINITE);
        everySecond.play();
        addKeys();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setOnHidden(_ -> close());
    }

    private void addKeys() {
        key(() -> stage.setFullScreen(!stage.isFullScreen()), KeyCode.F11);
        key(this::search, KeyCode.K, KeyCombination.SHORTCUT_DOWN);
        key(this::back, KeyCode.LEFT, KeyCombination.ALT_DOWN);
        key(this::forward, KeyCode.RIGHT, KeyCombination.ALT_DOWN);
        key(this::nextTheme, KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(this::popOut, KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(shell::acknowledge, KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(zoomPane::larger, KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN);
        key(zoomPane::larger, KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN);
        key(zoomPane::larger, KeyCode.ADD, KeyCombination.SHORTCUT_DOWN);
        key(zoomPane::smaller, KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN);
        key(zoomPane::smaller, KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN);
        key(zoomPane::asTheWindow, KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4};
        for (int level = 1; level <= digits.length; level++) {
            int wanted = level;
            key(() -> openLevel(wanted), digits[level - 1], KeyCombination.SHORTCUT_DOWN);
        }
    }

    private void key(Runnable act, KeyCode code, KeyCombination.Modifier... with) {
        keys.put(new KeyCodeCombination(code, with), act);
    }

    private void pressed(KeyEvent event) {
        keys.entrySet().stream()
                .filter(it -> it.getKey().match(event))
                .findFirst()
                .ifPresent(it -> {
                    event.consume();
                    it.getValue().run();
                });
    }

    /** The next screen of a level, and after the last the first. */
    private void openLevel(int level) {
        List<ScreenKind> those = kinds.stream().filter(it -> it.level() == level).toList();
        if (those.isEmpty()) {
            return;
        }
        String here = way.here().map(Way.Stop::screen).orElse("");
        int at = those.stream().map(ScreenKind::word).toList().indexOf(here);
        open(those.get((at + 1) % those.size()).word());
    }

    @Override
    public void open(String screen, List<String> arguments) {
        way.go(new Way.Stop(screen, arguments));
        showHere();
    }

    private void showHere() {
        way.here()
                .ifPresent(stop -> {
                    Optional<ScreenKind> kind = windows.kind(stop.screen());
                    kind.ifPresent(it -> {
                        shell.open(it, stop.arguments(), way.canGoBack(), way.canGoForward());
                        stage.setTitle(it.title() + " – PlantDeck");
                    });
                });
    }

    @Override
    public void back() {
        way.back().ifPresent(_ -> showHere());
    }

    @Override
    public void forward() {
        way.forward().ifPresent(_ -> showHere());
    }

    @Override
    public void search() {
        new Finder(desk, kinds).show(stage);
    }

    @Override
    public void nextTheme() {
        windows.theme(windows.theme().next());
    }

    @Override
    public void popOut() {
        way.here().ifPresent(it -> windows.popOut(it.screen(), it.arguments()));
    }

    void dress(Theme theme) {
        Look.dress(scene, theme);
    }

    Stage stage() {
        return stage;
    }

    /** The word of the screen that is shown. */
    String screen() {
        return way.here().map(Way.Stop::screen).orElse("");
    }

    private void close() {
        everySecond.stop();
        shell.close();
        windows.closed(this);
    }
}
