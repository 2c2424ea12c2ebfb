package org.plantdeck.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void aCommandLineThatCannotBeUsedEndsWithTwo() {
        assertThat(Bench.execute("bench", "broker", "--peer", "http://nobody")).isEqualTo(2);
        assertThat(Bench.execute("broker", "--only", "qos1-7-publisher")).isEqualTo(2);
        assertThat(Bench.execute("broker", "--rounds", "0")).isEqualTo(2);
        assertThat(Bench.execute("broker", "--json", "no/such/folder/file")).isEqualTo(2);
        assertThat(Bench.execute("brokers")).isEqualTo(2);
    }
}
