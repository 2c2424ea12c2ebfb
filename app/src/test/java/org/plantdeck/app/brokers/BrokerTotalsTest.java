package org.plantdeck.app.brokers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** What brokers say of themselves, in figures. */
class BrokerTotalsTest {

    private final Map<String, String> said = new HashMap<>();
    private final BrokerTotals totals = new BrokerTotals(said);

    private String value(String name) {
        return totals.figures().stream()
                .filter(it -> it.name().equals(name))
                .map(BrokerTotals.Figure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatABrokerOfOursSaysIsShown() {
        said.put("clients/connected", "13");
        said.put("clients/limit", "10000");
        said.put("rate/publish/received", "3.25");
        said.put("publish/messages/dropped", "28989");
        said.put("uptime", "8040 seconds");
        assertThat(value("Clients")).isEqualTo("13 of 10,000");
        assertThat(value("Received")).isEqualTo("3.3 /s");
        assertThat(value("Lost")).isEqualTo("28,989");
        assertThat(value("Up for")).isEqualTo("2 h 14 min");
        assertThat(value("Retained")).isEqualTo("–");
    }

    @Test
    void mosquittoSaysItsRatesAMinuteAndNoReasons() {
        said.put("version", "mosquitto version 2.0.11");
        said.put("load/publish/sent/1min", "120.00");
        said.put("clients/connected", "5");
        assertThat(value("Sent")).isEqualTo("2.0 /s");
        assertThat(value("Clients")).isEqualTo("5");
        assertThat(totals.reasons()).isEmpty();
        assertThat(totals.version()).contains("mosquitto");
    }

    @Test
    void whatIsNoNumberIsADash() {
        said.put("clients/connected", "many");
        assertThat(value("Clients")).isEqualTo("–");
    }

    @Test
    void reasonsThatCountNothingAreLeftOutAndLossesComeFirst() {
        said.put("reasons/credentials", "2");
        said.put("reasons/queue_full", "7");
        said.put("reasons/malformed", "0");
        assertThat(totals.reasons().orElseThrow())
                .extracting(BrokerTotals.ReasonLine::count, BrokerTotals.ReasonLine::lost)
                .containsExactly(tuple("7", true), tuple("2", false));
    }
}
