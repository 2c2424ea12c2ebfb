package org.plantdeck.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.JsonBodies.BadBody;

import java.util.List;

/** The JSON body of {@code status/{component}}. Threads: any. */
public final class StatusCodec {

    private StatusCodec() {}

    public static byte[] encode(PartStatus status) {
        return JsonBodies.encode(json -> {
            json.writeStringField("component", status.component());
            json.writeStringField("status", status.health().state().word());
            json.writeStringField("timestamp", IsoTime.format(status.timestamp()));
            json.writeStringField("version", status.version());
            json.writeStringField("detail", status.health().detail());
            json.writeStringField("instance", status.instance());
            status.health().figures().writeFields(json);
        });
    }

    /** Reads a status; one from a part that is not ours may lack instance, version and detail. */
    public static Decoded<PartStatus> decode(byte[] body) {
        return JsonBodies.decode(body, StatusCodec::status);
    }

    private static PartStatus status(ObjectNode object) {
        String component = JsonBodies.text(object, "component");
        String instance = JsonBodies.textOr(object, "instance", "");
        String version = JsonBodies.textOr(object, "version", "");
        Health.State state = state(JsonBodies.text(object, "status"));
        String detail = JsonBodies.textOr(object, "detail", "");
        var timestamp = JsonBodies.time(object, "timestamp");
        object.remove(List.of("component", "instance", "version", "status", "detail", "timestamp"));
        return new PartStatus(
                component,
                instance,
                version,
                timestamp,
                new Health(state, detail, Leaves.of(object)));
    }

    private static Health.State state(String word) {
        for (Health.State state : Health.State.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new BadBody("status is none of online, degraded, offline");
    }
}
