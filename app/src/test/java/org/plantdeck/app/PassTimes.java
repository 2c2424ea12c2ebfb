package org.plantdeck.app;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.DeskWindows;
import org.plantdeck.app.welcome.StartPane;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Measures how long each screen holds the screen's thread: when its key is pressed, in each task
 * that builds it or shows what has changed (a pass of the door), and in each pulse, from its first
 * timer until all is styled and laid out. A fake plant says three readings a simulated second,
 * twenty times as fast as the clock. The window goes from screen to screen by keyboard, several
 * rounds: in the first one everything is loaded and nothing is compiled yet. Run by hand: the main
 * method, with the number of rounds.
 */
final class PassTimes {

    private static final Duration WATCHED = Duration.ofSeconds(5);
    private static final Duration BEGINNING = Duration.ofSeconds(1);
    private static final int ROUNDS = 3;

    /** In these a new screen is styled and laid out. */
    private static final int FIRST_PULSES = 20;

    /** In these it is built. */
    private static final int FIRST_TASKS = 5;

    private static final Duration BETWEEN_READINGS = Duration.ofMillis(50);

    private final FakeDesk fake;
    private final Desk desk;
    private final Stage stage;
    private final ScheduledExecutorService plant = Executors.newSingleThreadScheduledExecutor();
    private final List<Took> passes = new ArrayList<>();
    private final List<Took> pulses = new ArrayList<>();
    private Took pulse = Took.begin();

    /**
     * How long something has held the screen's thread, in milliseconds. Where others have the
     * processors, it takes longer than its own work.
     *
     * @param wall by the clock
     * @param work that it was on a processor
     */
    private record Took(double wall, double work) {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        static Took begin() {
            return new Took(System.nanoTime() / 1e6, THREADS.getCurrentThreadCpuTime() / 1e6);
        }

        Took end() {
            Took now = begin();
            return new Took(now.wall - wall, now.work - work);
        }

        static Took of(Runnable task) {
            Took begun = begin();
            task.run();
            return begun.end();
        }
    }

    private PassTimes(FakeDesk fake) {
        this.fake = fake;
        Executor timed = task -> Toolkit.SCREEN.execute(() -> passes.add(Took.of(task)));
        desk = DeskOpening.open(fake.plant(), timed);
        stage = Headless.onScreen(PassTimes::beginning);
    }

    public static void main(String[] arguments) throws Exception {
        Headless.start();
        FiguresTable.prepare(); // as the beginning of the desk does, beside
        System.out.printf(
                Locale.ROOT,
                "load %.1f on %d processors; milliseconds: median, 99th percentile, longest%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        try (FakeDesk fake = FakeDesk.open()) {
            PassTimes times = new PassTimes(fake);
            times.begin();
            int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
            for (int round = 1; round <= rounds; round++) {
                System.out.println("round " + round);
                for (ScreenKind kind : DeskScreens.ALL) {
                    System.out.println(times.measure(kind, WATCHED));
                }
            }
            times.close();
        }
        System.exit(0);
    }

    /** The window while the parts of a plant come up, which takes longer than this. */
    private static Stage beginning() {
        Stage stage = new Stage();
        Scene scene = new Scene(new StartPane(), 1_280, 800);
        Look.dress(scene, Theme.GREY);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private void begin() throws Exception {
        rest(BEGINNING);
        Headless.onScreen(this::openDesk);
        speak();
    }

    private static void rest(Duration time) throws Exception {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        over.completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS).get();
    }

    /** One reading of each source whenever a twentieth of a second has gone by. */
    private void speak() {
        var _ =
                plant.scheduleAtFixedRate(
                        () -> fake.says(BETWEEN_READINGS),
                        0,
                        BETWEEN_READINGS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Goes there by keyboard, as somebody would. */
    private String measure(ScreenKind kind, Duration watched) throws Exception {
        KeyCode digit = KeyCode.valueOf("DIGIT" + kind.level());
        KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", digit, false, true, false, false);
        Took[] opening = new Took[1];
        Headless.onScreen(() -> {
            passes.clear();
            pulses.clear();
            opening[0] = Took.of(() -> Event.fireEvent(stage.getScene(), key));
        });
        rest(watched);
        return Headless.onScreen(() -> {
            if (!stage.getTitle().startsWith(kind.title())) {
                throw new AssertionError(stage.getTitle() + " is not " + kind.title());
            }
            List<Took> building = passes.subList(0, Math.min(FIRST_TASKS, passes.size()));
            List<Took> first = pulses.subList(0, Math.min(FIRST_PULSES, pulses.size()));
            return String.format(
                    Locale.ROOT,
                    "%-10s key %4.1f, first tasks%s, first pulses%s; passes %s; pulses %s;"
                            + " most work in a task %.1f, in a pulse %.1f",
                    kind.word(),
                    opening[0].wall(),
                    each(building),
                    each(first),
                    summary(passes.subList(building.size(), passes.size())),
                    summary(pulses.subList(first.size(), pulses.size())),
                    most(passes),
                    most(pulses));
        });
    }

    private static String each(List<Took> times) {
        return times.stream()
                .map(it -> String.format(Locale.ROOT, " %.0f", it.wall()))
                .collect(Collectors.joining());
    }

    private void openDesk() {
        new AnimationTimer() { // the first of all timers: a pulse begins with it
            @Override
            public void handle(long now) {
                pulse = Took.begin();
            }
        }.start();
        new DeskWindows(desk, DeskScreens.ALL).openMain(stage, "overview");
        stage.getScene().addPostLayoutPulseListener(() -> pulses.add(pulse.end()));
    }

    private static double most(List<Took> times) {
        return times.stream().mapToDouble(Took::work).max().orElse(0);
    }

    /** How many; median, 99th percentile and longest. */
    private static String summary(List<Took> times) {
        List<Double> sorted = times.stream().map(Took::wall).sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        int last = sorted.size() - 1;
        return String.format(
                Locale.ROOT,
                "%d: %.1f, %.1f, %.1f",
                sorted.size(),
                sorted.get(last / 2),
                sorted.get((int) Math.floor(0.99 * last)),
                sorted.get(last));
    }

    private void close() {
        plant.shutdownNow();
        Headless.onScreen(desk::close);
    }
}
