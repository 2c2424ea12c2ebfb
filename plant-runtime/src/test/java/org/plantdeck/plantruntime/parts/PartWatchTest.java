package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.plantruntime.parts.PartName.HISTORIAN;
import static org.plantdeck.plantruntime.parts.PartName.PLC1;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

final class PartWatchTest {

    private final FakeParts fakes = new FakeParts(HISTORIAN, PLC1);
    private final List<PartSlot> slots = fakes.startedSlots();
    private final PartWatch watch = new PartWatch(slots);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void allHaveEndedWhenTheLastHasEndedByItself() {
        fakes.endedByThemselves.add(PLC1);
        watch.look();
        assertThat(watch.ended()).isNotDone();

        fakes.endedByThemselves.add(HISTORIAN);
        watch.look();
        assertThat(watch.ended()).isCompletedWithValue("historian has ended: lost its identity");
    }

    @Test
    void aPartAnOperatorStoppedHasNotEndedByItself() {
        slots.forEach(PartSlot::stop);
        watch.look();
        assertThat(watch.ended()).isNotDone();
    }

    @Test
    void aPartThatIsAboutToStopHasNotEndedByItselfEither() {
        slots.forEach(PartSlot::announceStop);
        fakes.endedByThemselves.addAll(List.of(HISTORIAN, PLC1));
        watch.look();
        assertThat(watch.ended()).isNotDone();
    }

    @Test
    void aPartThatIsStartedAgainHasNotEndedAnyMore() {
        fakes.endedByThemselves.add(PLC1);
        watch.look();
        fakes.endedByThemselves.clear();
        slots.getLast().stop();
        slots.getLast().make();
        slots.getLast().start();
        watch.look();

        fakes.endedByThemselves.add(HISTORIAN);
        watch.look();
        assertThat(watch.ended()).isNotDone();
    }
}
