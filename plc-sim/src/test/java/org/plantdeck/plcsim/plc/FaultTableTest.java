package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.plcsim.physics.FaultSize;
import org.plantdeck.plcsim.plc.FaultTable.Direction;
import org.plantdeck.plcsim.plc.FaultTable.Row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every row of docs/faults.md beside the plant with its PLCs, at the level of published values. */
class FaultTableTest {

    private static final long SEED = 42;

    /** What lies near the line of the noticeable stands among what is noticed. */
    private static final double NEARLY = 0.5;

    private static FaultTable table;
    private static Course sound;

    @BeforeAll
    static void readTheTableAndRunTheSoundPlant() {
        table = FaultTable.read();
        sound = Course.run(SEED, Optional.empty());
    }

    @Test
    void everyKindHasOneRowAndEveryRowAKind() {
        assertThat(table.rows().stream().map(Row::kind))
                .containsExactlyElementsOf(
                        Arrays.stream(FaultKind.values()).map(FaultKind::word).toList());
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void aRowSaysWhatFailsAndItsSizeAsTheKindDoes(FaultKind kind) {
        FaultSize size = kind.size();
        Row row = table.row(kind.word());

        assertThat(row.failure()).isEqualTo(kind.failure());
        assertThat(row.size())
                .isEqualTo(
                        "%s (%s to %s) %s: %s"
                                .formatted(
                                        plain(size.standard()),
                                        plain(size.min()),
                                        plain(size.max()),
                                        size.unit(),
                                        size.meaning()));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void aFaultMovesNothingBeforeItsOnsetAndItsRowAlone(FaultKind kind) {
        Duration onset = Duration.ofSeconds(Course.ONSET);
        Fault fault = new Fault(kind, kind.size().standard(), onset, Optional.empty());
        Row row = table.row(kind.word());

        Course faulty = Course.run(SEED, Optional.of(fault));

        assertThat(faulty.bodiesBefore()).as("bodies before the onset").hasSize(3 * 599);
        assertThat(faulty.bodiesBefore()).isEqualTo(sound.bodiesBefore());
        Set<String> unmentioned = new TreeSet<>(faulty.differingFrom(sound));
        unmentioned.removeAll(row.moves().keySet());
        unmentioned.removeAll(row.movesLittle().keySet());
        assertThat(unmentioned).as("moves but is not in the row").isEmpty();
        assertThat(wrongMoves(row, faulty)).as("does not move as the row says").isEmpty();
        assertThat(wrongLittleMoves(row, faulty)).as("does not move a little").isEmpty();
    }

    private static List<String> wrongMoves(Row row, Course faulty) {
        Set<String> differing = faulty.differingFrom(sound);
        List<String> wrong = new ArrayList<>();
        row.moves()
                .forEach((tag, direction) -> {
                    double shift = faulty.shiftFrom(sound, tag);
                    boolean right =
                            direction == Direction.EITHER
                                    ? differing.contains(tag)
                                    : shift * direction.sign() >= NEARLY;
                    if (!right) {
                        wrong.add(told(tag, shift));
                    }
                });
        return wrong;
    }

    private static List<String> wrongLittleMoves(Row row, Course faulty) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Direction> entry : row.movesLittle().entrySet()) {
            double shift = faulty.shiftFrom(sound, entry.getKey());
            int sign = entry.getValue().sign();
            boolean rightWay = sign == 0 || shift * sign > 0;
            if (!rightWay || Math.abs(shift) > 1) {
                wrong.add(told(entry.getKey(), shift));
            }
        }
        return wrong;
    }

    private static String told(String tag, double shift) {
        return String.format(Locale.ROOT, "%s %+.2f", tag, shift);
    }
}
