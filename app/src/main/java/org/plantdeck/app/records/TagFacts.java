package org.plantdeck.app.records;

import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TrendScale;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.NormalBand;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;
import org.plantdeck.signal.TagType;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a stored tag; one that a source brings of its own is in no catalogue.
 *
 * @param stored the tag as it is stored
 * @param tag the tag of the catalogue
 */
record TagFacts(StoredTag stored, Optional<Tag> tag) {

    private static final Words WORDS = Words.of(TagFacts.class);
    private static final int MOST_DECIMALS = 3;

    static TagFacts of(StoredTag stored) {
        return new TagFacts(stored, FactoryTags.named(stored.name()));
    }

    /** The area of a topic in words; the topic itself where it is not one of the plant. */
    static String area(String topic) {
        return FactorySource.ofTopic(topic).map(it -> WORDS.say("area-" + it.area())).orElse(topic);
    }

    /** Short, for a list under its area: "oee availability". */
    String name() {
        return stored.key().replace('.', ' ').replace('_', ' ');
    }

    /** What it means for the plant, as far as that is known. */
    String title() {
        return tag.map(Tag::description)
                .orElseGet(() -> stored.meaning().isEmpty() ? name() : stored.meaning());
    }

    /** The area and its short name: "Energy · power consumption". */
    String fullName() {
        return WORDS.say("full-name", area(stored.topic()), name());
    }

    /** Whose readings the desk hears; empty for a topic that is not one of the plant. */
    Optional<FactorySource> source() {
        return FactorySource.ofTopic(stored.topic());
    }

    String unit() {
        return tag.map(Tag::unit).orElse(stored.unit());
    }

    int decimals() {
        return tag.map(Tag::decimals).orElse(stored.type() == TagType.NUMBER ? MOST_DECIMALS : 0);
    }

    boolean isPlottable() {
        return stored.type() != TagType.TEXT;
    }

    /**
     * The scale to draw it on.
     *
     * @param inView what there is to be seen
     * @param fitted whether it is to fit that, and not the range of the tag
     */
    TrendScale scale(StoredCourse.Figures inView, boolean fitted) {
        Optional<TrendScale> own =
                tag.filter(it -> it.high() > it.low())
                        .map(it -> new TrendScale(it.low(), it.high(), it.decimals()));
        if (own.isPresent() && (!fitted || inView.values() == 0)) {
            return own.get();
        }
        return inView.values() == 0
                ? new TrendScale(0, 1, decimals())
                : TrendScale.round(inView.least(), inView.largest(), decimals());
    }

    Optional<NormalBand> band() {
        return tag.flatMap(TagLimits::band);
    }

    /**
     * Where it alarms.
     *
     * @param values the newest values of its source, which some limits follow
     */
    List<LimitLine> limits(Leaves values) {
        return tag.map(TagLimits::of).orElse(List.of()).stream()
                .flatMap(it -> it.bound(values).stream().mapToObj(at -> line(it, at)))
                .toList();
    }

    private static LimitLine line(AlarmLimit limit, double at) {
        boolean high = limit.condition() instanceof AlarmLimit.Condition.High;
        return new LimitLine(at, WORDS.say(high ? "high" : "low"), !high);
    }
}
