package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.Doorbell;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The desktop that may run already on a data directory: a second start has it show its window
 * instead of opening another. Threads: any.
 */
final class EarlierStart {

    /** Of two that are started at once, one waits so long for the other to be there. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Path directory;

    EarlierStart(Path directory) {
        this.directory = directory;
    }

    /** Has it show itself; says whether it is there. */
    boolean isShown() {
        return Doorbell.ring(directory);
    }

    /** What to tell somebody then. */
    String sentence() {
        return "PlantDeck runs already with " + directory + "; its window is in front now";
    }

    /**
     * Begins a session, unless another start of the same moment was quicker: then that is shown.
     */
    SessionStart orElse(SessionStart start) {
        return new SessionStart() {
            @Override
            public Optional<FirstChoice> firstChoice() throws SessionFailure {
                try {
                    return start.firstChoice();
                } catch (SessionFailure failure) {
                    throw shownOr(failure);
                }
            }

            @Override
            public PlantSession begin(StartView view) throws SessionFailure {
                try {
                    return start.begin(view);
                } catch (SessionFailure failure) {
                    throw shownOr(failure);
                }
            }
        };
    }

    private SessionFailure shownOr(SessionFailure failure) {
        return isHeld() && isShownSoon()
                ? SessionFailure.shownElsewhere(sentence(), failure)
                : failure;
    }

    private boolean isHeld() {
        try {
            DataDirectory opened = DataDirectory.open(directory);
            return opened.isHeld(PartName.PLANT.word()) || opened.isHeld(FirstChoice.LOCK);
        } catch (SettingsFailure cannotBeWritten) {
            return false;
        }
    }

    private boolean isShownSoon() {
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        try (ScheduledExecutorService finger =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("earlier-start").daemon().factory())) {
            var _ =
                    finger.scheduleWithFixedDelay(
                            () -> {
                                if (isShown()) {
                                    shown.complete(true);
                                }
                            },
                            0,
                            BETWEEN.toMillis(),
                            TimeUnit.MILLISECONDS);
            return shown.completeOnTimeout(false, SOON.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }
}
