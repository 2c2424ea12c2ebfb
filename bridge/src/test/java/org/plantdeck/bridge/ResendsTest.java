package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.AnalyticsWindow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

class ResendsTest {

    @TempDir private Path folder;
    private Bench bench;

    @BeforeEach
    void sendTwenty() {
        bench = new Bench(Bench.settings(folder, Duration.ofSeconds(1)));
        bench.run(0, 23);
        bench.turns.take(true);
        assertThat(bench.sequences()).hasSize(20);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Long> sentSince(int before) {
        List<Long> sequences = bench.sequences();
        return sequences.subList(before, sequences.size());
    }

    @Test
    void aGapIsSentAgainInOrderWithTheSameBodies() {
        bench.ask("run", 5, 7);
        bench.turns.take(false);
        assertThat(sentSince(20)).containsExactly(5L, 6L, 7L);
        for (int i = 0; i < 3; i++) {
            assertThat(bench.cloud.published.get(20 + i).body())
                    .isEqualTo(bench.cloud.published.get(4 + i).body());
        }
        bench.turns.take(true);
        assertThat(bench.figure("windows_resent")).isEqualTo(3);
    }

    @Test
    void askingTwiceIsAnsweredOnce() {
        bench.ask("run", 5, 7);
        bench.ask("run", 6, 9);
        bench.ask("run", 5, 7);
        bench.turns.take(false);
        assertThat(sentSince(20)).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void whatIsNotKeptIsCounted() {
        bench.ask("run", 19, 25);
        bench.ask("other", 1, 4);
        bench.turns.take(false);
        bench.turns.take(true);
        assertThat(sentSince(20)).containsExactly(19L, 20L);
        assertThat(bench.figure("resend_unavailable")).isEqualTo(9);
    }

    @Test
    void aWindowThatIsStillToBeSentIsLeftToTheOutbox() {
        bench.cloud.taking = false;
        bench.run(23, 40);
        bench.ask("run", 35, 37);
        bench.turns.take(false);
        List<Long> sent = sentSince(20);
        assertThat(sent.subList(0, 16))
                .containsExactlyElementsOf(LongStream.rangeClosed(21, 36).boxed().toList());
        assertThat(sentSince(36)).containsExactly(35L, 36L);
        bench.cloud.takeAll();
        bench.turns.take(true);
        assertThat(sentSince(38)).containsExactly(37L);
        assertThat(bench.figure("resend_unavailable")).isZero();
    }

    @Test
    void freshWindowsGoOutWhileALongAnswerIsUnderWay() {
        bench.cloud.taking = false;
        bench.ask("run", 1, 20);
        bench.turns.take(true);
        assertThat(sentSince(20)).hasSize(8);
        bench.run(23, 24);
        assertThat(sentSince(28)).containsExactly(21L);
        bench.cloud.takeAll();
        bench.turns.take(true);
        assertThat(sentSince(29))
                .containsExactlyElementsOf(LongStream.rangeClosed(9, 16).boxed().toList());
    }

    @Test
    void aRequestIsAnsweredOnceTheCloudIsBack() {
        bench.ask("run", 5, 7);
        bench.cloudIs(false);
        bench.turns.take(true);
        assertThat(sentSince(20)).isEmpty();
        bench.cloudIs(true);
        bench.turns.take(true);
        assertThat(sentSince(20)).containsExactly(5L, 6L, 7L);
    }

    @Test
    void aRequestForMoreThanTenThousandIsCut() {
        bench.ask("run", 1, 1_000_000);
        bench.turns.take(true);
        bench.turns.take(true);
        bench.turns.take(true);
        assertThat(sentSince(20)).hasSize(20);
        assertThat(bench.figure("resend_unavailable")).isEqualTo(Resends.REQUEST_MAX - 20);
    }

    @Test
    void tooManyRequestsAtATimeAreRefusedAndCounted() {
        for (int i = 0; i < 70; i++) {
            bench.ask("run", 1 + 2L * i, 1 + 2L * i);
        }
        bench.cloud.deliver(AnalyticsWindow.RESEND_TOPIC, "{}".getBytes(StandardCharsets.UTF_8));
        bench.turns.take(true);
        assertThat(bench.figure("resend_refused")).isEqualTo(7);
    }
}
