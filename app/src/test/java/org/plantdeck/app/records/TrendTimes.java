package org.plantdeck.app.records;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Texts;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Measures the trend of eight pens of a million points each: from the moment all of them are asked
 * for until they are painted, and each frame of panning and zooming, from one pulse of the toolkit
 * to the next. The window of 1920 × 1080 is on the display where there is one, else in memory. Run
 * by hand: the main method, with the number of rounds; with {@code -Dprism.order=sw} it is rendered
 * in software, and with {@code -Djavafx.animation.fullspeed=true} the toolkit does not wait for the
 * next sixtieth of a second, so that a frame is as long as the work for it.
 */
final class TrendTimes {

    private static final int PENS = 8;
    private static final int POINTS = 1_000_000;
    private static final int FRAMES = 120;
    private static final String TOPIC = "lab/bench";

    private final FakeDesk fake;
    private final HistorianScreen screen;
    private final TrendPane trend;
    private final Stage window;

    private TrendTimes(FakeDesk fake) {
        this.fake = fake;
        List<String> tags = IntStream.range(0, PENS).mapToObj(it -> TOPIC + "/pen" + it).toList();
        screen = Headless.onScreen(() -> new HistorianScreen(fake.desk(), tags));
        Headless.onScreen(() -> screen.furnishing().forEach(Runnable::run));
        window =
                Headless.onScreen(() -> {
                    Scene scene = new Scene(screen.node(), 1920, 1080);
                    Look.dress(scene, Theme.GREY);
                    Stage opened = new Stage();
                    opened.setScene(scene);
                    opened.show();
                    return opened;
                });
        trend = Headless.onScreen(() -> find(screen.node()).orElseThrow());
    }

    public static void main(String[] arguments) throws Exception {
        if (System.getenv("DISPLAY") != null) {
            Platform.startup(() -> Platform.setImplicitExit(false));
        }
        Headless.start();
        System.out.printf(
                Locale.ROOT,
                "load %.1f on %d processors; milliseconds%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        try (FakeDesk fake = FakeDesk.open()) {
            fake.speaks();
            Instant now = fake.plant().wallClock().instant();
            write(fake.plant().history().database(), now);
            int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
            for (int round = 1; round <= rounds; round++) {
                TrendTimes times = new TrendTimes(fake);
                System.out.println("round " + round + ": " + times.measure());
                Headless.onScreen(times::close);
            }
        }
        System.exit(0);
    }

    private static void write(Path database, Instant now) throws StoreFailure {
        long end = now.toEpochMilli() / 1_000 * 1_000;
        try (Archive archive =
                Archive.open(RecordedHistory.archiveOf(database), InstantSource.system())) {
            int lane = archive.lane(TOPIC, "");
            int[] tags = new int[PENS];
            for (int i = 0; i < PENS; i++) {
                tags[i] = archive.tag(TOPIC, new TagFacts("pen" + i, "NUMBER", "bar", ""));
            }
            List<Snapshot> hour = new ArrayList<>();
            for (int point = POINTS; point > 0; point--) {
                Snapshot at = Snapshot.atMs(lane, end - point * 1_000L);
                for (int i = 0; i < PENS; i++) {
                    double wave = Math.sin(point / 5_000.0 + i) * 10 + point * 7L % 13 / 10.0;
                    at.add(tags[i], Value.rounded(50 + wave, 2), Quality.GOOD);
                }
                hour.add(at);
                if ((end - point * 1_000L) % 3_600_000 == 3_599_000 || point == 1) {
                    archive.fill(hour);
                    hour.clear();
                }
            }
        }
    }

    private static Optional<TrendPane> find(Node node) {
        if (node instanceof TrendPane pane) {
            return Optional.of(pane);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(TrendTimes::find)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void close() {
        window.close();
        screen.close();
    }

    private void frame() {
        screen.show(fake.desk().live().now());
    }

    /** Whether the table says of every pen how many values it has. */
    private boolean has(String values) {
        return Texts.words(screen.node()).stream().filter(it -> it.matches(values)).count() >= PENS;
    }

    private String measure() {
        Await.until(
                "the screen",
                () ->
                        Headless.onScreen(() -> {
                            frame();
                            return has("3,[0-9]{3}");
                        }));
        rest();
        long begun = System.nanoTime();
        Headless.onScreen(() -> {
            trend.view().all();
            frame();
        });
        Await.until(
                "all points",
                () ->
                        Headless.onScreen(() -> {
                            frame();
                            return has("(999|1,000),[0-9]{3}");
                        }));
        double first = (System.nanoTime() - begun) / 1e6;
        Headless.onScreen(() -> trend.view().zoomAround(0.5, 3));
        List<Double> pans =
                frames(share -> trend.view().pan(trend.view().window(), share > 0 ? -0.01 : 0.01));
        List<Double> zooms = frames(share -> trend.view().zoomAround(0.5, share > 0 ? 0.2 : -0.2));
        return String.format(
                Locale.ROOT,
                "first paint %.0f; pan p50 %.1f p95 %.1f; zoom p50 %.1f p95 %.1f",
                first,
                share(pans, 0.5),
                share(pans, 0.95),
                share(zooms, 0.5),
                share(zooms, 0.95));
    }

    /** Nobody asks for more as soon as something is there. */
    private static void rest() {
        CompletableFuture<String> over = new CompletableFuture<>();
        over.completeOnTimeout("over", 300, TimeUnit.MILLISECONDS).join();
    }

    /** From one pulse to the next: half of the frames one way, half of them back. */
    private List<Double> frames(DoubleConsumer act) {
        List<Double> millis = new ArrayList<>();
        CompletableFuture<String> done = new CompletableFuture<>();
        AnimationTimer timer =
                new AnimationTimer() {
                    private long before = System.nanoTime();

                    @Override
                    public void handle(long pulse) {
                        long now = System.nanoTime();
                        millis.add((now - before) / 1e6);
                        before = now;
                        act.accept(millis.size() <= FRAMES / 2 ? 1 : -1);
                        frame();
                        if (millis.size() == FRAMES) {
                            stop();
                            done.complete("done");
                        }
                    }
                };
        Headless.onScreen(timer::start);
        done.join();
        return millis.stream().sorted().toList();
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) ((sorted.size() - 1) * share));
    }
}
