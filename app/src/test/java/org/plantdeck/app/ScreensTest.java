package org.plantdeck.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import javafx.css.PseudoClass;
import javafx.scene.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.SilentPlant;
import org.plantdeck.app.fixture.Texts;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.StillShell;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every screen in every state: nothing known, live, stale, live again, closed. */
@ExtendWith(Headless.class)
class ScreensTest {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /** What levels below show are rows, counts and times, which say themselves of when they are. */
    private static final int LAST_LIVE_LEVEL = 2;

    @TempDir private Path empty;
    private final FakeDesk fake;
    private final Logger log = (Logger) LoggerFactory.getLogger("org.plantdeck.app");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    ScreensTest(FakeDesk fake) {
        this.fake = fake;
    }

    static List<ScreenKind> screens() {
        return DeskScreens.ALL;
    }

    @BeforeEach
    void watchTheLog() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void nothingFellOver() {
        log.detachAppender(lines);
        assertThat(lines.list)
                .filteredOn(it -> it.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }

    private static StillShell open(Desk desk, ScreenKind kind) {
        return Headless.onScreen(() -> {
            StillShell shell = new StillShell(desk, DeskScreens.ALL, kind);
            Scene scene = new Scene(shell, 1280, 800);
            Look.dress(scene, Theme.GREY);
            return shell;
        });
    }

    /** What is read once everything that was handed in has been shown. */
    private static Set<String> words(StillShell shell) {
        return Headless.onScreen(() -> {
            shell.refresh();
            shell.applyCss();
            shell.layout();
            return new TreeSet<>(Texts.words(shell));
        });
    }

    private static int staleNodes(StillShell shell) {
        return Headless.onScreen(() -> {
            int[] count = {0};
            shell.refresh();
            Texts.visible(
                    shell, it -> count[0] += it.getPseudoClassStates().contains(STALE) ? 1 : 0);
            return count[0];
        });
    }

    private static void isReadable(Set<String> words) {
        assertThat(words)
                .noneMatch(it -> it.contains("NaN") || it.contains("null"))
                .noneMatch(it -> it.contains("Infinity") || it.contains("%s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void aScreenOfWhichNothingIsKnownOpensAndSaysSo(ScreenKind kind) {
        Desk desk = DeskOpening.open(SilentPlant.altogether(fake.plant(), empty), Toolkit.SCREEN);
        StillShell shell = open(desk, kind);
        Set<String> words = words(shell);
        isReadable(words);
        assertThat(words).contains(kind.title(), "no reading yet", "no link");
        int before = desk.live().openSubscriptions();
        Headless.onScreen(shell::close);
        assertThat(desk.live().openSubscriptions()).isLessThan(before);
        Headless.onScreen(desk::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void aScreenIsLiveThenStaleThenLiveAndLeavesNothingBehind(ScreenKind kind) {
        int before = fake.desk().live().openSubscriptions();
        StillShell shell = open(fake.desk(), kind);
        fake.speaks();
        Await.until(
                "a complete " + kind.word(),
                () -> Headless.onScreen(() -> Still.isComplete(shell)));
        Set<String> live = words(shell);
        isReadable(live);
        assertThat(live).contains(kind.title()).doesNotContain("no reading yet");
        int staleWhileLive = staleNodes(shell);

        fake.isSilentFor(Duration.ofMinutes(3));
        Set<String> stale = words(shell);
        isReadable(stale);
        if (kind.level() <= LAST_LIVE_LEVEL) {
            assertThat(staleNodes(shell)).as("stale parts").isGreaterThan(staleWhileLive);
            assertThat(stale).as("an age in words").anyMatch(it -> it.contains("3 min"));
        }

        fake.speaks();
        words(shell);
        assertThat(staleNodes(shell)).as("stale parts afterwards").isEqualTo(staleWhileLive);

        Headless.onScreen(shell::close);
        assertThat(fake.desk().live().openSubscriptions()).isEqualTo(before);
    }
}
