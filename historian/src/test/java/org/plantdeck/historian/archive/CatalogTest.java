package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** What is in a catalogue is found by its number. */
class CatalogTest {

    private static final TagFacts WEIGHT = new TagFacts("weight", "NUMBER", "kg", "");

    @Test
    void aTagIsNamedByItsNumberWhetherItIsNewOrWasThere() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = connection.createStatement()) {
                Catalog.create(statement);
            }
            Catalog first = new Catalog(connection);
            int scale = first.tag("lab/scale", WEIGHT);
            int oven = first.tag("lab/oven", WEIGHT);
            assertThat(first.tag("lab/scale", new TagFacts("weight", "NUMBER", "g", "")))
                    .isEqualTo(scale);
            Catalog second = new Catalog(connection);
            for (Catalog catalog : new Catalog[] {first, second}) {
                assertThat(catalog.name(scale)).isEqualTo("lab/scale/weight");
                assertThat(catalog.name(oven)).isEqualTo("lab/oven/weight");
                assertThat(catalog.name(oven + 1)).isEmpty();
            }
        }
    }
}
