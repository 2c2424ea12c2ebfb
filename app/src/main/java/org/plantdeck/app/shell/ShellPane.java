package org.plantdeck.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.controls.Unfolding;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Screen;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.Snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a window holds: top bar, alarm banner, navigation, one screen, status strip. It keeps the
 * screen up to date and closes it when another takes its place. Threads: the screen's.
 */
public final class ShellPane extends BorderPane implements AutoCloseable {

    /** A screen is laid out for at least this; under it the window scrolls. */
    private static final double LEAST_WIDTH = 1_180;

    private static final double LEAST_HEIGHT = 660;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Desk desk;
    private final TopBar topBar;
    private final AlarmBanner banner;
    private final Navigation navigation;
    private final StatusStrip strip;
    private final StackPane holder = new StackPane();
    private final LiveSubscription subscription;
    private final Runnable alarmEar;
    private @Nullable Screen screen;
    private @Nullable Unfolding unfolding;
    private @Nullable Opening newest;

    /**
     * @param desk what screens are given
     * @param kinds the screens of the navigation
     * @param actions what the bars can ask of the window
     * @param single whether it is a window for one screen, without navigation
     */
    ShellPane(Desk desk, List<ScreenKind> kinds, ShellActions actions, boolean single) {
        this.desk = desk;
        getStyleClass().add("shell");
        topBar = new TopBar(desk, actions);
        banner = new AlarmBanner(desk);
        navigation = new Navigation(kinds, it -> desk.navigator().open(it.word()));
        strip = new StatusStrip(desk);
        holder.getStyleClass().add("screen-holder");
        holder.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        ScrollArea scroll = new ScrollArea(holder);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        setTop(topBar);
        setCenter(new BorderPane(scroll, banner, null, null, null));
        if (!single) {
            setLeft(new VBox(navigation));
            VBox.setVgrow(navigation, javafx.scene.layout.Priority.ALWAYS);
        }
        setBottom(strip);
        widthProperty()
                .addListener((_, _, width) -> narrow(width.doubleValue() < Navigation.FOLDS_UNDER));
        subscription =
                desk.live()
                        .open(
                                EnumSet.of(
                                        Feed.LINE,
                                        Feed.ENERGY,
                                        Feed.ENVIRONMENT,
                                        Feed.FACTORY_STATUS,
                                        Feed.CLOUD_STATUS,
                                        Feed.WINDOWS),
                                new LiveListener() {
                                    @Override
                                    public void changed() {
                                        refreshSoon();
                                    }
                                });
        alarmEar = () -> desk.door().newest(banner, banner::show);
        desk.alarms().listen(alarmEar);
    }

    private void narrow(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
        navigation.fold(narrow);
    }

    /**
     * Puts a screen in the place of the one that is shown, which is closed. The focus goes with it:
     * the next Tab leads to the first control of the screen. In a window that somebody sees this
     * takes several steps, with room for others in between; one that is opened meanwhile holds.
     */
    void open(ScreenKind kind, List<String> arguments, boolean canGoBack, boolean canGoForward) {
        topBar.show(kind, canGoBack, canGoForward);
        navigation.select(kind);
        Opening opening = new Opening(() -> kind.open(desk, arguments));
        newest = opening;
        if (Unfolding.isSeen(this)) {
            desk.door().step(opening::goOn);
        } else {
            opening.goThrough();
        }
    }

    /** A screen on its way into the window. Nothing is left of one that another has overtaken. */
    private final class Opening {

        private final Supplier<Screen> opener;
        private final Deque<Runnable> steps = new ArrayDeque<>();
        private @Nullable Screen built;
        private boolean over;

        Opening(Supplier<Screen> opener) {
            this.opener = opener;
            steps.addAll(List.of(this::build, this::attach, this::fill));
        }

        /** Takes a step, and the next one after what others have to do meanwhile. */
        void goOn() {
            try {
                steps.removeFirst().run();
            } finally {
                if (!steps.isEmpty()) {
                    desk.door().step(this::goOn);
                }
            }
        }

        void goThrough() {
            while (!steps.isEmpty()) {
                steps.removeFirst().run();
            }
        }

        private void build() {
            if (newest == this) {
                Screen next = opener.get();
                next.furnishing().reversed().forEach(it -> steps.addFirst(() -> furnish(it)));
                built = next;
            }
        }

        private void furnish(Runnable step) {
            if (newest == this) {
                step.run();
            }
        }

        private void attach() {
            Screen next = built;
            if (next == null) {
                return;
            }
            if (newest != this) {
                next.close();
                return;
            }
            closeScreen();
            screen = next;
            unfolding = Unfolding.of(next.node());
            unfolding.start();
            holder.getChildren().setAll(next.node());
            holder.requestFocus();
        }

        private void fill() {
            over = true;
            if (newest == this) {
                refresh();
            }
        }
    }

    /** Acknowledges the alarm in the banner. */
    void acknowledge() {
        banner.acknowledge();
    }

    private void refreshSoon() {
        desk.door().newest(this, this::refresh);
    }

    /** Shows what is so now. */
    public void refresh() {
        Snapshot now = desk.live().now();
        topBar.show(now);
        strip.show(now);
        Screen shown = screen;
        if (shown != null) {
            shown.show(now);
        }
    }

    /** Whether the screen has everything it shows at first. */
    public boolean isComplete() {
        Opening opening = newest;
        Screen shown = screen;
        Unfolding panels = unfolding;
        return opening != null
                && opening.over
                && shown != null
                && panels != null
                && panels.isOver()
                && Unfolding.isOver(holder)
                && shown.isComplete();
    }

    private void closeScreen() {
        Screen before = screen;
        Unfolding panels = unfolding;
        if (panels != null) {
            panels.stop();
        }
        screen = null;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        newest = null;
        desk.alarms().forget(alarmEar);
        desk.door().forget(banner);
        desk.door().forget(this);
        subscription.close();
        closeScreen();
        holder.getChildren().clear();
    }
}
