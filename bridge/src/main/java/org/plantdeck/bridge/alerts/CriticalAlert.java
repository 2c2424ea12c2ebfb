package org.plantdeck.bridge.alerts;

import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.util.List;

/**
 * A limit that is broken: one element of {@code critical_alerts}.
 *
 * @param tag full name of the tag
 * @param condition high or low
 * @param value newest value
 * @param limit the limit
 * @param unit unit of both; empty for a ratio or an index
 * @param since event time of the first wrong value
 * @param message one sentence for an operator
 */
public record CriticalAlert(
        String tag,
        String condition,
        double value,
        double limit,
        String unit,
        Instant since,
        String message) {

    /** The alerts as the compact text of a JSON array. */
    public static String json(List<CriticalAlert> alerts) {
        StringBuilder json = new StringBuilder("[");
        for (CriticalAlert alert : alerts) {
            json.append(json.length() > 1 ? "," : "");
            alert.write(json);
        }
        return json.append(']').toString();
    }

    /** Every text comes from tables of this program and needs no escaping. */
    private void write(StringBuilder json) {
        json.append("{\"tag\":\"").append(tag);
        json.append("\",\"condition\":\"").append(condition);
        json.append("\",\"value\":").append(value);
        json.append(",\"limit\":").append(limit);
        json.append(",\"unit\":\"").append(unit);
        json.append("\",\"since\":\"").append(IsoTime.format(since));
        json.append("\",\"message\":\"").append(message).append("\"}");
    }
}
