package org.plantdeck.app.parts;

import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a part is, from what it said, when, and what is known of its link. Threads: any.
 *
 * @param word its state as a word
 * @param fill how that is drawn
 */
record Verdict(String word, Fill fill) {

    private static final Words WORDS = Words.of(Verdict.class);

    /** These speak every five seconds at least. */
    private static final Set<String> TALKATIVE =
            Set.of("PLC1", "PLC2", "PLC3", "Plant", "Historian", "Bridge");

    private static final Set<String> ON_THE_CLOUD =
            Set.of("CloudBroker", "Analytics", "CloudDashboard");

    private static final Duration SILENT_AFTER = Duration.ofSeconds(15);

    /** Statuses this much older than their broker's start were kept by it over its end. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /**
     * The verdict on a part.
     *
     * @param heard what it said last
     * @param life where it is in this process; empty where it runs elsewhere
     */
    static Verdict of(
            Snapshot now, String component, Optional<PartNow> heard, Optional<PartState> life) {
        if (life.isPresent() && life.get() != PartState.RUNNING) {
            return new Verdict(WORDS.say("life-" + life.get().name()), Fill.DARK);
        }
        boolean cloud = ON_THE_CLOUD.contains(component);
        if (heard.isEmpty() || isFromBefore(now, heard.get(), cloud)) {
            return new Verdict(WORDS.say("unheard"), Fill.STALE);
        }
        boolean linked = cloud ? now.cloud().isUp() : now.local().isUp();
        Health.State state = heard.get().status().health().state();
        if (!linked) {
            return new Verdict(WORDS.say("no-link"), Fill.STALE);
        }
        Duration age = Duration.between(heard.get().heardAt(), now.now());
        if (state != Health.State.OFFLINE
                && TALKATIVE.contains(component)
                && age.compareTo(SILENT_AFTER) > 0) {
            return new Verdict(WORDS.say("silent", Times.span(age)), Fill.STALE);
        }
        return new Verdict(state.word(), state == Health.State.ONLINE ? Fill.BRIGHT : Fill.DARK);
    }

    /**
     * Whether a status was said before its broker started, and not again: whoever lives connects
     * again and says so.
     */
    private static boolean isFromBefore(Snapshot now, PartNow heard, boolean cloud) {
        return now.part((cloud ? PartName.CLOUD_BROKER : PartName.LOCAL_BROKER).component())
                .flatMap(it -> IsoTime.parse(it.status().health().figures().text("since")))
                .filter(_ -> heard.status().health().state() != Health.State.OFFLINE)
                .filter(since -> heard.status().timestamp().isBefore(since.minus(KEPT)))
                .isPresent();
    }
}
