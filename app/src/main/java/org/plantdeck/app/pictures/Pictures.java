package org.plantdeck.app.pictures;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.shell.StillShell;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.desktop.PictureRequest;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Value;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/** Draws screens into files, without a display. Threads: the one that asks, and the screen's. */
public final class Pictures {

    private static final Words WORDS = Words.of(Pictures.class);
    private static final long LOOK_MILLIS = 200;

    /** A first start lives through a day before it is live. */
    private static final long PLANT_MINUTES = 30;

    private static final long SCREEN_SECONDS = 60;

    private final PictureRequest request;
    private final Desk desk;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pictures").daemon().factory());

    private Pictures(PictureRequest request, Desk desk) {
        this.request = request;
        this.desk = desk;
    }

    /**
     * Begins a session, waits until every tag has a value, and draws.
     *
     * @return the exit code
     * @throws SessionFailure where the session or a picture fails
     */
    public static int draw(PictureRequest request, SessionStart start, List<ScreenKind> kinds)
            throws SessionFailure {
        List<Theme> themes = themes(request);
        List<ScreenKind> wanted = wanted(request, kinds);
        Toolkit.startHeadless();
        try (PlantSession session = start.begin(StartView.NONE)) {
            onScreen(Look::load);
            try (Desk desk = DeskOpening.open(session, Toolkit.SCREEN);
                    var _ = desk.live().open(EnumSet.allOf(Feed.class), new LiveListener() {})) {
                Pictures pictures = new Pictures(request, desk);
                pictures.awaitPlant();
                for (ScreenKind kind : wanted) {
                    pictures.draw(kind, kinds, themes);
                }
            }
        }
        return 0;
    }

    private static List<Theme> themes(PictureRequest request) throws SessionFailure {
        for (String word : request.themes()) {
            if (Theme.of(word).isEmpty()) {
                throw failure(WORDS.say("no-theme", word, words(Theme.values())), null);
            }
        }
        return Arrays.stream(Theme.values())
                .filter(it -> request.themes().isEmpty() || request.themes().contains(it.word()))
                .toList();
    }

    private static String words(Theme[] themes) {
        return String.join(", ", Arrays.stream(themes).map(Theme::word).toList());
    }

    private static List<ScreenKind> wanted(PictureRequest request, List<ScreenKind> kinds)
            throws SessionFailure {
        List<String> words = kinds.stream().map(ScreenKind::word).toList();
        for (String word : request.screens()) {
            if (!words.contains(word)) {
                throw failure(WORDS.say("no-screen", word, String.join(", ", words)), null);
            }
        }
        return kinds.stream()
                .filter(it -> request.screens().isEmpty() || request.screens().contains(it.word()))
                .toList();
    }

    private static SessionFailure failure(
            String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        return new SessionFailure(
                sentence, 2, cause == null ? new IllegalArgumentException(sentence) : cause);
    }

    private void awaitPlant() throws SessionFailure {
        System.err.println(WORDS.say("waiting"));
        await(
                () -> isLive(desk.live().now()),
                TimeUnit.MINUTES.toMillis(PLANT_MINUTES),
                "no-plant");
    }

    private static boolean isLive(Snapshot now) {
        boolean all =
                Arrays.stream(FactorySource.values())
                        .flatMap(it -> FactoryTags.all(it).stream())
                        .noneMatch(it -> now.shown(it).value().equals(Value.absent()));
        return all && !now.clock().catchingUp() && now.window().isPresent();
    }

    private void await(BooleanSupplier condition, long millis, String otherwise)
            throws SessionFailure {
        CompletableFuture<Void> met = new CompletableFuture<>();
        var look =
                timer.scheduleWithFixedDelay(
                        () -> {
                            if (condition.getAsBoolean()) {
                                met.complete(null);
                            }
                        },
                        0,
                        LOOK_MILLIS,
                        TimeUnit.MILLISECONDS);
        try {
            met.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw failure(WORDS.say(otherwise), e);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw failure(WORDS.say(otherwise), hurried);
        } finally {
            look.cancel(false);
        }
    }

    private void draw(ScreenKind kind, List<ScreenKind> kinds, List<Theme> themes)
            throws SessionFailure {
        Scene scene =
                onScreen(() -> {
                    StillShell shell = new StillShell(desk, kinds, kind);
                    return new Scene(shell, request.width(), request.height());
                });
        StillShell shell = (StillShell) scene.getRoot();
        try {
            await(
                    () -> onScreen(() -> isComplete(shell)),
                    TimeUnit.SECONDS.toMillis(SCREEN_SECONDS),
                    "no-picture");
            for (Theme theme : themes) {
                WritableImage image =
                        onScreen(() -> {
                            Look.dress(scene, theme);
                            shell.refresh();
                            shell.applyCss();
                            shell.layout();
                            shell.refresh();
                            shell.layout();
                            return scene.snapshot(null);
                        });
                write(image, kind.word() + "-" + theme.word() + ".png");
            }
        } finally {
            onScreen(shell::close);
        }
    }

    /** A screen that asks for as much as it has room for knows its room only when laid out. */
    private static boolean isComplete(StillShell shell) {
        shell.applyCss();
        shell.layout();
        shell.refresh();
        return shell.isComplete();
    }

    private static void onScreen(Runnable task) {
        onScreen(() -> {
            task.run();
            return Optional.empty();
        });
    }

    private static <T> T onScreen(java.util.function.Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(task, Toolkit.SCREEN).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void write(WritableImage image, String name) throws SessionFailure {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = request.folder().resolve(name);
        try {
            Files.createDirectories(request.folder());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw failure(WORDS.say("not-written", file, String.valueOf(e.getMessage())), e);
        }
        System.err.println(file);
    }
}
