package org.plantdeck.historian.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;

class AnnotationBookTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path directory;

    private Path database() {
        return directory.resolve("historian.db");
    }

    private static Annotation from(long from, long to, String text) {
        return new Annotation(0, NOON.plusSeconds(from), NOON.plusSeconds(to), text, "anna", NOON);
    }

    @Test
    void whatIsNotedIsThereForEverybodyInOrder() throws StoreFailure {
        try (AnnotationBook mine = AnnotationBook.of(database());
                AnnotationBook theirs = AnnotationBook.of(database())) {
            assertThat(theirs.between(NOON, NOON.plusSeconds(100))).isEmpty();
            assertThat(directory).isEmptyDirectory();

            Annotation late = mine.add(from(50, 50, "filter changed"));
            Annotation early = theirs.add(from(-20, 5, "cleaning"));

            assertThat(early.id()).isNotEqualTo(late.id());
            assertThat(mine.between(NOON, NOON.plusSeconds(100))).containsExactly(early, late);
            assertThat(theirs.between(NOON.plusSeconds(6), NOON.plusSeconds(50)))
                    .containsExactly(late);
            assertThat(mine.between(NOON.plusSeconds(6), NOON.plusSeconds(49))).isEmpty();
        }
    }

    @Test
    void itCanBeChangedRemovedAndBroughtBack() throws StoreFailure {
        try (AnnotationBook book = AnnotationBook.of(database())) {
            Annotation first = book.add(from(1, 1, "leak?"));
            Annotation said = first.saying("leak found", "ben", NOON.plusSeconds(60));
            book.put(said);
            assertThat(book.between(NOON, NOON.plusSeconds(9))).containsExactly(said);

            book.remove(said.id());
            assertThat(book.between(NOON, NOON.plusSeconds(9))).isEmpty();
            Annotation next = book.add(from(2, 2, "another"));
            book.put(said);
            assertThat(book.between(NOON, NOON.plusSeconds(9))).containsExactly(said, next);
        }
    }

    @Test
    void aFileOfALaterVersionIsRefusedInWords() throws Exception {
        try (AnnotationBook book = AnnotationBook.of(database())) {
            book.add(from(1, 1, "here"));
        }
        Path file = AnnotationBook.fileOf(database());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=9");
        }
        try (AnnotationBook book = AnnotationBook.of(database())) {
            assertThatExceptionOfType(StoreFailure.class)
                    .isThrownBy(() -> book.between(NOON, NOON.plusSeconds(9)))
                    .satisfies(it ->
                            assertThat(it.sentence())
                                    .contains("annotations.db", "later PlantDeck"));
        }
    }

    @Test
    void aFileWithNothingInItHasNoneUntilOneIsAdded() throws Exception {
        Files.createFile(AnnotationBook.fileOf(database()));
        try (AnnotationBook mine = AnnotationBook.of(database());
                AnnotationBook theirs = AnnotationBook.of(database())) {
            assertThat(mine.between(NOON, NOON.plusSeconds(9))).isEmpty();
            Annotation added = theirs.add(from(1, 1, "here"));
            assertThat(mine.between(NOON, NOON.plusSeconds(9))).containsExactly(added);
        }
    }

    @Test
    void aFileThatIsNoneIsNamed() throws Exception {
        Files.writeString(AnnotationBook.fileOf(database()), "no database at all, but a text\n");
        try (AnnotationBook book = AnnotationBook.of(database())) {
            assertThatExceptionOfType(StoreFailure.class)
                    .isThrownBy(() -> book.add(from(1, 1, "here")))
                    .satisfies(it -> assertThat(it.sentence()).contains("annotations.db"));
        }
    }

    @Test
    void anEmptyTextOrOneTooLongIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> from(1, 1, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> from(1, 1, "x".repeat(501)));
        assertThatIllegalArgumentException().isThrownBy(() -> from(2, 1, "x"));
    }
}
