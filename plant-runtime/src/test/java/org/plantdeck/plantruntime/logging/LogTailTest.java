package org.plantdeck.plantruntime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.plantruntime.logging.LogSettings.Format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is seen of a log file that grows. */
final class LogTailTest {

    private static final String AT = "2026-11-21T10:00:07.123Z";

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("plantdeck.log");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> messages(LogTail tail) {
        return tail.events().stream().map(LoggedEvent::message).toList();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsLoggedIsReadWhicheverWayItIsWritten(Format format) throws IOException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogTail tail = new LogTail(file());
        assertThat(tail.read()).isFalse();
        try (Logging logging =
                Logging.toStandardError(context, new LogSettings("error", format, 1, 1))) {
            logging.alsoTo(folder, "plantdeck");
            Logger logger = context.getLogger("org.plantdeck.bridge.Bridge");
            logger.atError().addKeyValue("count", 12).log("First");
            logger.atError().setCause(new IOException("no space")).log("Second");
        }

        assertThat(tail.read()).isTrue();
        assertThat(tail.read()).isFalse();
        assertThat(tail.events()).hasSize(2);
        LoggedEvent first = tail.events().getFirst();
        assertThat(first.message()).isEqualTo("First count=12");
        assertThat(first.part()).isEqualTo("bridge");
        assertThat(first.level()).isEqualTo(LogLevel.ERROR);
        assertThat(first.time()).isPresent();
        LoggedEvent second = tail.events().getLast();
        assertThat(second.message()).startsWith("Second cause=").contains("IOException: no space");
        assertThat(second.stack()).contains("java.io.IOException: no space\n\tat org.plantdeck");
    }

    @Test
    void aLineIsReadOnceItIsWholeAndLinesBelowBelongToIt() throws IOException {
        LogTail tail = new LogTail(file());
        write(AT + " WARN bridge Lo");
        tail.read();
        assertThat(tail.events()).isEmpty();
        write("st k=\"v w\"\n");
        tail.read();
        write("\tat x\n\tat y\nnext to nothing\n");
        tail.read();

        assertThat(tail.events())
                .containsExactly(
                        new LoggedEvent(
                                Optional.of(Instant.parse(AT)),
                                LogLevel.WARN,
                                "bridge",
                                "Lost k=\"v w\"",
                                "\tat x\n\tat y\nnext to nothing"));
        assertThat(tail.events().getFirst().text())
                .isEqualTo(AT + " WARN bridge Lost k=\"v w\"\n\tat x\n\tat y\nnext to nothing");
    }

    @Test
    void nothingIsLostWhenTheFileIsPutAside() throws IOException {
        LogTail tail = new LogTail(file());
        write(AT + " INFO a one\n");
        tail.read();
        write(AT + " INFO a two\n");
        Files.move(file(), folder.resolve("plantdeck.1.log"));
        write(AT + " INFO a three\n");
        tail.read();

        assertThat(messages(tail)).containsExactly("one", "two", "three");
    }

    @Test
    void aFileThatWasEmptiedIsReadFromItsBeginning() throws IOException {
        LogTail tail = new LogTail(file());
        write(AT + " INFO a one and more\n");
        tail.read();
        Files.writeString(file(), AT + " INFO a two\n");
        tail.read();

        assertThat(messages(tail)).containsExactly("one and more", "two");
    }

    @Test
    void ofALargeFileTheNewestAreHeldAndNoMore() throws IOException {
        StringBuilder text = new StringBuilder("é".repeat(700_000)).append('\n');
        IntStream.range(0, 12_000).forEach(it -> text.append(AT + " INFO a m" + it + "\n"));
        write(text.toString());
        LogTail tail = new LogTail(file());
        tail.read();

        assertThat(tail.events()).hasSize(LogTail.MOST_EVENTS);
        assertThat(tail.events().getLast().message()).isEqualTo("m11999");
        assertThat(tail.events().getFirst().message()).isEqualTo("m7000");
    }

    @Test
    void whatNobodyCanPlaceIsShownAsItIs() throws IOException {
        write("hello\n{\"a\":1}\n{broken\n");
        LogTail tail = new LogTail(file());
        tail.read();

        assertThat(tail.events())
                .containsExactly(LoggedEvent.strange("hello").below("{\"a\":1}").below("{broken"));
    }

    @Test
    void theFilesThatAreWrittenToComeBeforeThoseThatWerePutAside() throws IOException {
        assertThat(new LogFolder(folder.resolve("none")).files()).isEmpty();
        for (String name : List.of("a.log", "a.1.log", "b.log", "note.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.setLastModifiedTime(
                folder.resolve("a.log"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(new LogFolder(folder).files())
                .extracting(LogFolder.LogFile::name)
                .containsExactly("b.log", "a.log", "a.1.log");
    }

    @Test
    void logsAreRotatedBySizeAndNoMoreThanSaidAreKept() throws IOException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try (Logging logging =
                Logging.toStandardError(context, new LogSettings("error", Format.TEXT, 1, 2))) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("stderr");
            logging.alsoTo(folder, "plantdeck");
            String long64k = "x".repeat(1 << 16);
            for (int i = 0; i < 4 * 20; i++) {
                context.getLogger("org.plantdeck.bridge.Bridge").error(long64k);
            }
        }
        assertThat(new LogFolder(folder).files())
                .allMatch(it -> it.bytes() < 3 << 20)
                .extracting(LogFolder.LogFile::name)
                .contains("plantdeck.log")
                .hasSizeLessThanOrEqualTo(3);
    }
}
