package org.plantdeck.app;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.StillShell;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long each screen holds the screen's thread: when it is built, whenever something of
 * it has changed (a pass of the door), and when it is styled and laid out (a pulse). A fake plant
 * says three readings a simulated second, twenty times as fast as the clock. Each screen is opened
 * twice; the second time is told, when everything has been loaded and used once. Run by hand: the
 * main method, with the words of screens as arguments, or none for all.
 */
final class PassTimes {

    private static final Duration WATCHED = Duration.ofSeconds(10);
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(50);

    private final FakeDesk fake;
    private final Desk desk;
    private final Scene scene;
    private final ScheduledExecutorService plant = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> passes = new ArrayList<>();
    private final List<Double> pulses = new ArrayList<>();
    private long pulseBegun;

    private PassTimes(FakeDesk fake) {
        this.fake = fake;
        Executor timed = task -> Toolkit.SCREEN.execute(() -> passes.add(millis(task)));
        desk = DeskOpening.open(fake.plant(), timed);
        scene = Headless.onScreen(this::window);
    }

    public static void main(String[] screens) throws Exception {
        Headless.start();
        System.out.printf(
                Locale.ROOT,
                "load %.1f on %d processors; milliseconds: median, 99th percentile, longest%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        try (FakeDesk fake = FakeDesk.open()) {
            PassTimes times = new PassTimes(fake);
            times.speak();
            for (ScreenKind kind : DeskScreens.ALL) {
                if (screens.length == 0 || List.of(screens).contains(kind.word())) {
                    times.measure(kind, Duration.ofSeconds(3));
                    System.out.println(times.measure(kind, WATCHED));
                }
            }
            times.close();
        }
        System.exit(0);
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

    private String measure(ScreenKind kind, Duration watched) throws Exception {
        double[] opening = new double[1];
        StillShell shell =
                Headless.onScreen(() -> {
                    passes.clear();
                    pulses.clear();
                    StillShell[] made = new StillShell[1];
                    opening[0] =
                            millis(() -> made[0] = new StillShell(desk, DeskScreens.ALL, kind));
                    scene.setRoot(made[0]);
                    return made[0];
                });
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        over.completeOnTimeout(true, watched.toMillis(), TimeUnit.MILLISECONDS).get();
        return Headless.onScreen(() -> {
            shell.close();
            scene.setRoot(new Region());
            return String.format(
                    Locale.ROOT,
                    "%-10s built in %5.1f, first pulse %5.1f; passes %s; pulses %s",
                    kind.word(),
                    opening[0],
                    pulses.getFirst(),
                    summary(passes),
                    summary(pulses.subList(1, pulses.size())));
        });
    }

    private Scene window() {
        Scene window = new Scene(new Region(), 1280, 800);
        Look.dress(window, Theme.GREY);
        window.addPreLayoutPulseListener(() -> pulseBegun = System.nanoTime());
        window.addPostLayoutPulseListener(() -> pulses.add((System.nanoTime() - pulseBegun) / 1e6));
        Stage stage = new Stage();
        stage.setScene(window);
        stage.show();
        return window;
    }

    private static double millis(Runnable task) {
        long begun = System.nanoTime();
        task.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** How many; median, 99th percentile and longest. */
    private static String summary(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
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
