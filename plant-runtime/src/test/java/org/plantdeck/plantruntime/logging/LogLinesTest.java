package org.plantdeck.plantruntime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.logging.LogSettings.Format;
import org.slf4j.event.KeyValuePair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

final class LogLinesTest {

    private static final Instant TIME = Instant.parse("2026-11-21T10:00:07.123456Z");

    private final LoggerContext context = context();

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private LoggingEvent event(
            String logger, String message, @Nullable Throwable cause, KeyValuePair... pairs) {
        Logger source = context.getLogger(logger);
        LoggingEvent event =
                new LoggingEvent(
                        LogLinesTest.class.getName(), source, Level.WARN, message, cause, null);
        event.setInstant(TIME);
        event.setThreadName("worker");
        List.of(pairs).forEach(event::addKeyValuePair);
        return event;
    }

    private static String text(LoggingEvent event) {
        return new String(new TextLine(false).encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void aLineHasTimeLevelPartMessageAndPairs() {
        LoggingEvent event =
                event(
                        "org.plantdeck.historian.Writer",
                        "Stored",
                        null,
                        new KeyValuePair("count", 12),
                        new KeyValuePair("reason", "disk \"a\" = full\nnow"),
                        new KeyValuePair("empty", ""));

        assertThat(text(event))
                .isEqualTo(
                        "2026-11-21T10:00:07.123Z WARN historian Stored count=12"
                                + " reason=\"disk \\\"a\\\" = full\\nnow\" empty=\"\"\n");
    }

    @Test
    void anExceptionIsItsMessageOnTheLineAndItsStackInTheFile() {
        LoggingEvent event =
                event("org.plantdeck.bridge.Bridge", "Failed", new IOException("no\nspace"));

        assertThat(text(event))
                .endsWith("WARN bridge Failed cause=\"IOException: no\\nspace\"\n")
                .hasLineCount(1);
        assertThat(new String(new TextLine(true).encode(event), StandardCharsets.UTF_8))
                .contains("\tat org.plantdeck");
    }

    @Test
    void thePartComesFromTheModuleOrFromWhoItServes() {
        assertThat(text(event("org.plantdeck.cloudanalytics.store.Store", "M", null)))
                .contains("WARN cloud-analytics M");
        assertThat(
                        text(
                                event(
                                        "org.plantdeck.mqttlink.PahoLink",
                                        "M",
                                        null,
                                        new KeyValuePair("identity", "PLC2"),
                                        new KeyValuePair("broker", "tcp://127.0.0.1:1883"))))
                .contains("WARN plc2 M");
        assertThat(
                        text(
                                event(
                                        "org.plantdeck.broker.MoquetteBroker",
                                        "M",
                                        null,
                                        new KeyValuePair("broker", "local-broker"))))
                .contains("WARN local-broker M");
        assertThat(text(event("io.moquette.broker.Server", "M", null))).contains("WARN server M");
    }

    @Test
    void aJsonLineIsOneObjectWithTheKeysOfTheEvent() {
        LoggingEvent event =
                event(
                        "org.plantdeck.bridge.Bridge",
                        "Sent \"it\"",
                        null,
                        new KeyValuePair("windows", 3L),
                        new KeyValuePair("level", "x"));

        assertThat(new String(new JsonLine().encode(event), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"time\":\"2026-11-21T10:00:07.123Z\",\"level\":\"WARN\",\"part\":\"bridge\",\"message\":\"Sent"
                            + " \\\"it\\\"\",\"thread\":\"worker\",\"windows\":3,\"level_\":\"x\"}\n");
        assertThat(
                        new String(
                                new JsonLine()
                                        .encode(
                                                event(
                                                        "org.plantdeck.bridge.Bridge",
                                                        "Failed",
                                                        new IOException("why"))),
                                StandardCharsets.UTF_8))
                .contains("\"cause\":\"IOException: why\",\"stack\":\"java.io.IOException: why\\n")
                .hasLineCount(1);
    }

    @Test
    void filesAreRotatedBySizeAndTheirNumberIsBounded(@TempDir Path folder) throws IOException {
        Logging logging =
                Logging.toStandardError(context, new LogSettings("off", Format.TEXT, 1, 2));
        context.getLogger("org.plantdeck").setLevel(Level.INFO);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender("stderr");
        logging.alsoTo(folder, "historian");
        Logger log = context.getLogger("org.plantdeck.historian.Writer");
        String filling = "x".repeat(1_000);
        for (int i = 0; i < 5_000; i++) {
            log.atInfo().addKeyValue("text", filling).log("Filling");
        }
        logging.close();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("historian.log")
                    .allMatch(name -> name.matches("historian(\\.[12])?\\.log"));
        }
    }

    @Test
    void librariesAreQuietUnlessTheLevelIsStricter() {
        Logging.toStandardError(context, new LogSettings("debug", Format.TEXT, 1, 1));
        assertThat(context.getLogger("io.moquette.broker").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.plantdeck.bridge").getEffectiveLevel())
                .isEqualTo(Level.DEBUG);
        Logging.toStandardError(context, new LogSettings("error", Format.TEXT, 1, 1));
        assertThat(context.getLogger("io.netty.x").getEffectiveLevel()).isEqualTo(Level.ERROR);
    }
}
