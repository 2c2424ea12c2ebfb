package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plantdeck.historian.TestReadings.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/historian.md says is true. */
class DocumentationTest {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir private static Path folder;
    private static Path database;
    private static String document;

    @BeforeAll
    static void recordAnHour() throws Exception {
        document = Files.readString(Path.of("..", "docs", "historian.md"));
        database = folder.resolve("historian.db");
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= 3_600; sequence++) {
            for (FactorySource source : FactorySource.values()) {
                if (sequence < 1_000 || sequence > 1_010) {
                    readings.add(reading(source, "r1", sequence));
                }
            }
        }
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(readings));
        }
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>();
        for (Matcher block = SQL.matcher(document); block.find(); ) {
            queries.add(block.group(1).strip());
        }
        return queries;
    }

    @Test
    void everyColumnIsListedWithItsUnitAndMeaning() throws Exception {
        try (HistorianQueries history = HistorianQueries.openReadOnly(database)) {
            for (FactorySource source : FactorySource.values()) {
                StringBuilder table = new StringBuilder();
                List<StoredTag> stored = history.tags(source.topic());
                for (int i = 0; i < stored.size(); i++) {
                    Tag tag = FactoryTags.all(source).get(i);
                    table.append(
                            "| %s | %s | %s | %s |%n"
                                    .formatted(
                                            stored.get(i).column(),
                                            kind(tag),
                                            tag.unit(),
                                            tag.description())
                                    .replace("\r", ""));
                }
                assertThat(document)
                        .as("the table of " + source + " in docs/historian.md should be:\n" + table)
                        .contains(table);
            }
        }
    }

    private static String kind(Tag tag) {
        return switch (tag.type()) {
            case FLAG -> "flag, 0 or 1";
            default -> tag.type().name().toLowerCase(Locale.ROOT);
        };
    }

    @Test
    void everyQueryGivesAnAnswer() throws Exception {
        assertThat(queries()).hasSizeGreaterThan(5);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String query : queries()) {
                try (ResultSet row = statement.executeQuery(query)) {
                    assertThat(row.next()).as(query).isTrue();
                }
            }
        }
    }

    @Test
    void thePlainSqliteShellReadsTheFile() throws Exception {
        assumeTrue(hasShell(), "sqlite3 is not installed");
        for (String query : queries()) {
            assertThat(shell(query)).as(query).isNotBlank();
        }
        assertThat(
                        shell(
                                "SELECT timestamp, line_speed, typeof(line_speed), alarm FROM"
                                        + " manufacturing_data WHERE sequence = 7"))
                .isEqualTo("2026-11-21T06:00:07.000Z|0.7|real|1\n");
    }

    private static boolean hasShell() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("sqlite3", "--version").start();
            return version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static String shell(String query) throws Exception {
        Process shell =
                new ProcessBuilder("sqlite3", "-readonly", database.toString(), query)
                        .redirectErrorStream(true)
                        .start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(query + "\n" + said).isZero();
        return said;
    }
}
