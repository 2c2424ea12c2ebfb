package org.plantdeck.cloudanalytics.insights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Value;

import java.nio.charset.StandardCharsets;

/** The JSON body of {@link #TOPIC}: one step in the life of an insight. Threads: any. */
public final class InsightBody {

    /**
     * Where steps are published on the cloud broker once they are stored, QoS 1, not retained: a
     * hint to look again; the table is what holds.
     */
    public static final String TOPIC = "cloud/factory/insights";

    private static final JsonMapper MAPPER = new JsonMapper();

    private InsightBody() {}

    public static byte[] encode(InsightChange change) {
        Insight insight = change.insight();
        ObjectNode body = MAPPER.createObjectNode();
        body.put("timestamp", IsoTime.format(insight.closedAt().orElse(insight.evidence().to())));
        body.put("step", change.step().word());
        body.put("id", insight.id());
        body.put("kind", insight.kind().word());
        body.put("run", insight.evidence().run());
        body.put("tag", insight.evidence().tag());
        body.put("interval_start", IsoTime.format(insight.evidence().from()));
        body.put("interval_end", IsoTime.format(insight.evidence().to()));
        ObjectNode numbers = body.putObject("numbers");
        insight.evidence().numbers().forEach((name, value) -> put(numbers, name, value));
        body.put("sentence", insight.advice().sentence());
        body.put("recommendation", insight.advice().recommendation());
        body.put("impact", insight.advice().impact());
        body.put("impact_unit", insight.advice().impactUnit());
        body.put("confidence", insight.advice().confidence());
        body.put("raised_at", IsoTime.format(insight.raisedAt()));
        body.put("closed_at", insight.closedAt().map(IsoTime::format).orElse(null));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode numbers, String name, Value value) {
        if (value instanceof Value.Text(String text)) {
            numbers.put(name, text);
        } else if (value instanceof Value.Whole(long whole)) {
            numbers.put(name, whole);
        } else {
            numbers.put(name, value.asDouble());
        }
    }
}
