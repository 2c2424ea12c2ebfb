package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/** A format in a jar of a folder, compiled here, so that no class path has it. */
class ExtensionsTest {

    private static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");
    private static final String SERVICE = "META-INF/services/" + RowFormat.class.getName();
    private static final String FORMAT = "elsewhere.CountedRows";

    /** Writes how many rows there were, with a class of another jar. */
    private static final String SOURCE =
            """
            package elsewhere;

            import org.plantdeck.historian.export.*;
            import java.io.*;
            import java.util.List;

            public final class CountedRows implements RowFormat {
                public ExportFormat format() {
                    return ExportFormat.PARQUET;
                }

                public RowWriter open(OutputStream out) {
                    return new RowWriter() {
                        private int rows;

                        public void begin(List<ExportColumn> columns, List<ExportColumn> tags) {}

                        public void row(ExportRow row) {
                            rows++;
                        }

                        public void end() throws IOException {
                            out.write(new Words().of(rows));
                        }
                    };
                }
            }

            class Words {
                byte[] of(int rows) {
                    return ("rows: " + rows).getBytes();
                }
            }
            """;

    @TempDir private Path folder;
    private Path plugins;
    private Map<String, byte[]> classes = Map.of();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = logger();

    /** While another test of this process has logging begin, there is only a stand-in. */
    private static Logger logger() {
        while (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext)) {
            Thread.onSpinWait();
        }
        return (Logger) LoggerFactory.getLogger(Extensions.class);
    }

    @BeforeEach
    void compile() throws Exception {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Path source = folder.resolve("CountedRows.java");
        Files.writeString(source, SOURCE);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(failed).isZero();
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        for (String name : List.of("CountedRows", "CountedRows$1", "Words")) {
            String entry = "elsewhere/" + name + ".class";
            compiled.put(entry, Files.readAllBytes(folder.resolve(entry)));
        }
        classes = compiled;
        try (ReadingStore store =
                RecordingStore.open(
                        folder.resolve("historian.db"),
                        new RecordingStore.Rules(Retention.of(Duration.ofDays(30)), true),
                        InstantSource.fixed(AT))) {
            Leaves one = Leaves.builder().put("one", Value.of(1.5)).build();
            store.append(
                    new ReadingBatch(
                            List.of(),
                            List.of(
                                    new Observation("cell/a", AT, one),
                                    new Observation("cell/a", AT.plusSeconds(1), one)),
                            0,
                            0));
        }
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    private void jar(String name, Map<String, byte[]> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(plugins.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (var each : content.entrySet()) {
                jar.putNextEntry(new JarEntry(each.getKey()));
                jar.write(each.getValue());
                jar.closeEntry();
            }
        }
    }

    private static Map<String, byte[]> service(String provider) {
        return Map.of(SERVICE, provider.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, byte[]> without(String entry) {
        Map<String, byte[]> rest = new LinkedHashMap<>(classes);
        rest.remove(entry);
        return rest;
    }

    private void whole() throws IOException {
        jar("format.jar", service(FORMAT));
        jar("library.jar", classes);
    }

    private Path export(Extensions extensions) {
        Path file = folder.resolve("out.parquet");
        Export.toFile(
                HistoryLocation.inFiles(folder.resolve("historian.db")),
                new ExportRequest(List.of("cell/a/one"), Instant.MIN, Instant.MAX),
                ExportForm.forFile(file).with(extensions),
                file,
                ExportProgress.NONE);
        return file;
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void theJarsOfAFolderWriteTheirFormat() throws Exception {
        whole();
        assertThat(export(Extensions.in(plugins))).hasContent("rows: 2");
        assertThat(logged()).isEmpty();
    }

    @Test
    void aFormatIsFoundWithoutAnotherStartOnceItIsThere() throws Exception {
        Extensions extensions = Extensions.in(plugins);
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> export(extensions))
                .withMessage(
                        "What writes parquet is not installed; put the files of"
                                + " historian-parquet/target/plugin into the folder "
                                + plugins);
        whole();
        assertThat(export(extensions)).hasContent("rows: 2");
        assertThat(export(extensions)).hasContent("rows: 2");
    }

    @Test
    void aBrokenJarIsNamedAndTheOthersAreUsed() throws Exception {
        Files.writeString(plugins.resolve("a.jar"), "half a download");
        jar("b.jar", service("elsewhere.Nothing"));
        jar("c.jar", service("not a class at all"));
        whole();
        assertThat(export(Extensions.in(plugins))).hasContent("rows: 2");
        String again = "An extension cannot be used; put all of its files there again, or take";
        assertThat(logged()).hasSize(3);
        assertThat(logged().getFirst())
                .startsWith(plugins.resolve("a.jar") + " cannot be read as a jar (")
                .endsWith("); put a whole copy there or take it away");
        assertThat(logged().subList(1, 3)).allMatch(it -> it.startsWith(again));
    }

    @Test
    void aFormatWhoseLibraryIsMissingSaysWhatToPutThere() throws Exception {
        jar("format.jar", service(FORMAT));
        jar("library.jar", without("elsewhere/Words.class"));
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> export(Extensions.in(plugins)))
                .withMessage(
                        "What writes parquet is not complete (java.lang.NoClassDefFoundError:"
                                + " elsewhere/Words); put all the files of"
                                + " historian-parquet/target/plugin into the folder "
                                + plugins
                                + " and start again");
        assertThat(folder.resolve("out.parquet")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNothingToSpeakOf() throws Exception {
        Files.delete(plugins);
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> export(Extensions.in(plugins)))
                .withMessageStartingWith("What writes parquet is not installed");
        assertThat(logged()).isEmpty();
    }
}
