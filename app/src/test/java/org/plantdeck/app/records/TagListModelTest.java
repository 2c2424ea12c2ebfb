package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.app.records.TagListModel.Row;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.List;

class TagListModelTest {

    private static final StoredTag OWN =
            new StoredTag(
                    FactorySource.ENERGY.topic(),
                    "gearbox.oil-temp",
                    "gearbox_oil_temp",
                    TagType.NUMBER);

    private final TagListModel model = new TagListModel();

    @BeforeEach
    void everyTagOfTheCatalogueAndOneMoreIsStored() {
        List<StoredTag> stored = new ArrayList<>(TagListModel.catalogue());
        stored.add(OWN);
        model.stored(stored);
    }

    private TagFacts tag(String name) {
        return model.named(name).orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void tagsAreListedUnderTheirAreas() {
        assertThat(model.rows("vibration"))
                .containsExactly(
                        new Row.Heading("Line 1", 1),
                        new Row.Entry(tag("factory/line1/vibration")));
        assertThat(model.rows("").stream().filter(Row.Heading.class::isInstance)).hasSize(3);
    }

    @Test
    void everyWordOfTheFilterMustBeFoundInNameOrMeaning() {
        assertThat(model.rows("hall SETPOINT"))
                .containsExactly(
                        new Row.Heading("Hall", 1),
                        new Row.Entry(tag("factory/environment/temperature_setpoint")));
        assertThat(model.rows("hall nonsense")).isEmpty();
    }

    @Test
    void textsHaveNoTrend() {
        assertThat(model.named("factory/line1/state")).isEmpty();
        assertThat(model.named("factory/line1/alarm")).isPresent();
    }

    @Test
    void aTagThatASourceBringsOfItsOwnCanBeShown() {
        TagFacts own = tag("factory/energy/gearbox.oil-temp");

        assertThat(own.fullName()).isEqualTo("Energy · gearbox oil-temp");
        assertThat(own.unit()).isEmpty();
        assertThat(own.decimals()).isEqualTo(3);
        assertThat(own.limits(org.plantdeck.signal.Leaves.builder().build())).isEmpty();
    }

    @Test
    void eightTagsAreShownAtMost() {
        List<Row> entries = model.rows("").stream().filter(Row.Entry.class::isInstance).toList();
        for (Row row : entries.subList(0, Pens.MOST)) {
            assertThat(model.toggle(((Row.Entry) row).facts())).isTrue();
        }
        TagFacts ninth = ((Row.Entry) entries.get(Pens.MOST)).facts();

        assertThat(model.toggle(ninth)).isFalse();
        assertThat(model.isChosen(ninth)).isFalse();

        TagFacts first = ((Row.Entry) entries.getFirst()).facts();
        assertThat(model.toggle(first)).isTrue();
        assertThat(model.toggle(ninth)).isTrue();
        assertThat(model.chosen()).hasSize(Pens.MOST).doesNotContain(first).contains(ninth);
    }
}
