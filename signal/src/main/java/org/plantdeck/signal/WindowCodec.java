package org.plantdeck.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.JsonBodies.BadBody;

import java.time.Duration;
import java.util.List;

/** The JSON bodies of {@code cloud/factory/analytics} and its resend requests. Threads: any. */
public final class WindowCodec {

    /** The name the bridge gives itself in a window. */
    public static final String BRIDGE_ID = "Bridge";

    private WindowCodec() {}

    /** The body as sent; equal windows give equal bytes. Its timestamp is the end of the window. */
    public static byte[] encode(AnalyticsWindow window) {
        return JsonBodies.encode(json -> {
            json.writeStringField("timestamp", IsoTime.format(window.end()));
            json.writeStringField("bridge_id", BRIDGE_ID);
            Duration period = Duration.between(window.start(), window.end());
            Leaves.builder()
                    .put(
                            "aggregation_period",
                            period.toMillis() % 1000 == 0
                                    ? Value.of(period.toSeconds())
                                    : Value.of(period.toMillis() / 1000.0))
                    .build()
                    .writeFields(json);
            json.writeStringField("window_start", IsoTime.format(window.start()));
            json.writeStringField("window_end", IsoTime.format(window.end()));
            window.values().writeFields(json);
            json.writeStringField("run", window.run());
            json.writeNumberField("sequence", window.sequence());
        });
    }

    public static Decoded<AnalyticsWindow> decode(byte[] body) {
        return JsonBodies.decode(body, WindowCodec::window);
    }

    private static AnalyticsWindow window(ObjectNode object) {
        String run = JsonBodies.text(object, "run");
        long sequence = JsonBodies.count(object, "sequence");
        var start = JsonBodies.time(object, "window_start");
        var end = JsonBodies.time(object, "window_end");
        if (!start.isBefore(end)) {
            throw new BadBody("window_end is not after window_start");
        }
        object.remove(
                List.of(
                        "timestamp",
                        "bridge_id",
                        "aggregation_period",
                        "window_start",
                        "window_end",
                        "run",
                        "sequence"));
        return new AnalyticsWindow(run, sequence, start, end, Leaves.of(object));
    }

    public static byte[] encode(ResendRequest request) {
        return JsonBodies.encode(json -> {
            json.writeStringField("run", request.run());
            json.writeNumberField("from", request.from());
            json.writeNumberField("to", request.to());
        });
    }

    public static Decoded<ResendRequest> decodeResend(byte[] body) {
        return JsonBodies.decode(
                body,
                object -> {
                    ResendRequest request =
                            new ResendRequest(
                                    JsonBodies.text(object, "run"),
                                    JsonBodies.count(object, "from"),
                                    JsonBodies.count(object, "to"));
                    if (request.to() < request.from()) {
                        throw new BadBody("to is less than from");
                    }
                    return request;
                });
    }
}
