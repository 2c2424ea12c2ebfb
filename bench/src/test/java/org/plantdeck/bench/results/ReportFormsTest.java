package org.plantdeck.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReportFormsTest {

    private static final Report REPORT =
            new Report(
                    Optional.of("mosquitto 2.0.11"),
                    List.of(
                            new Result("qos1-7-publishers", "plantdeck", 83_193.26, "msg/s"),
                            new Result("qos1-7-publishers", "peer", 51_000, "msg/s"),
                            new Result("latency-p99-10000", "plantdeck", 412.25, "µs"),
                            new Result("latency-p99-10000", "peer", 100, "µs"),
                            new Result("lost-burst-qos1-35000", "plantdeck", 0, "messages"),
                            new Result("lost-burst-qos1-35000", "peer", 20_650, "messages"),
                            new Result("connect-5000", "plantdeck", 1_128.4, "connects/s"),
                            new Result(
                                    "connect-5000", "peer", Double.NaN, "connects/s", "timed out")),
                    Map.of(
                            "qos1-7-publishers", new Aim.AtLeast(1.2),
                            "latency-p99-10000", new Aim.AtMost(3),
                            "lost-burst-qos1-35000", new Aim.None(),
                            "connect-5000", new Aim.AtLeast(1)),
                    List.of("Measured on two cores."));

    @Test
    void theJsonHasAnEntryForEachWorkAndSubject() throws Exception {
        assertThat(new ObjectMapper().readTree(JsonForm.of(REPORT)))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"peer":"mosquitto 2.0.11","results":[
                                        {"work":"qos1-7-publishers","subject":"plantdeck","value":83193.26,"unit":"msg/s"},
                                        {"work":"qos1-7-publishers","subject":"peer","value":51000,"unit":"msg/s"},
                                        {"work":"latency-p99-10000","subject":"plantdeck","value":412.25,"unit":"µs"},
                                        {"work":"latency-p99-10000","subject":"peer","value":100,"unit":"µs"},
                                        {"work":"lost-burst-qos1-35000","subject":"plantdeck","value":0,"unit":"messages"},
                                        {"work":"lost-burst-qos1-35000","subject":"peer","value":20650,"unit":"messages"},
                                        {"work":"connect-5000","subject":"plantdeck","value":1128.4,"unit":"connects/s"},
                                        {"work":"connect-5000","subject":"peer","value":null,"unit":"connects/s","note":"timed out"}
                                        ],"remarks":["Measured on two cores."]}
                                        """));
    }

    @Test
    void aRunWithoutAPeerNamesNone() throws Exception {
        Report alone =
                new Report(
                        Optional.empty(),
                        List.of(new Result("qos0-1-to-1", "plantdeck", 1e7, "msg/s")),
                        Map.of(),
                        List.of());
        assertThat(JsonForm.of(alone)).contains("10000000").doesNotContain("peer");
        assertThat(TableForm.of(alone))
                .containsExactly(
                        "work         unit    plantdeck  peer  ratio  aim",
                        "qos0-1-to-1  msg/s  10,000,000     -      -");
    }

    @Test
    void theTableSaysWhichAimsAreMet() {
        assertThat(TableForm.of(REPORT))
                .containsExactly(
                        "work                   unit        plantdeck  mosquitto 2.0.11  ratio "
                                + " aim",
                        "qos1-7-publishers      msg/s          83,193            51,000   1.63  ≥"
                                + " 1.2 × met",
                        "latency-p99-10000      µs                412               100   4.12  ≤"
                                + " 3.0 × missed",
                        "lost-burst-qos1-35000  messages            0            20,650   0.00 "
                                + " none met",
                        "connect-5000           connects/s      1,128             - [1]      -  ≥"
                                + " 1.0 × open",
                        "",
                        "[1] connect-5000, peer: timed out",
                        "Measured on two cores.");
    }

    @Test
    void percentilesAreSamplesByNearestRank() {
        long[] samples = new long[1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 1000L - i;
        }
        Percentiles percentiles = new Percentiles(samples);
        assertThat(
                        new long[] {
                            percentiles.at(50),
                            percentiles.at(99),
                            percentiles.at(99.9),
                            percentiles.at(100)
                        })
                .containsExactly(500, 990, 999, 1000);
        assertThat(new Percentiles(new long[] {7}).at(99.9)).isEqualTo(7);
    }

    @Test
    void theMedianOfTwoIsTheirMean() {
        assertThat(Median.of(4, 1)).isEqualTo(2.5);
        assertThat(Median.of(9, 1, 4)).isEqualTo(4);
        assertThat(Median.of()).isNaN();
    }
}
