package org.plantdeck.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.JsonBodies.BadBody;

/**
 * The JSON bodies of the factory topics. Encoding is deterministic: equal readings give equal
 * bytes. Decoding accepts keys it does not know, in any order, and refuses a body that lacks a key
 * of the contract. Threads: any.
 */
public final class ReadingCodec {

    private ReadingCodec() {}

    /** The body as published: timestamp, plc_id, the values in their order, run and sequence. */
    public static byte[] encode(Reading reading) {
        return JsonBodies.encode(json -> {
            json.writeStringField("timestamp", IsoTime.format(reading.measuredAt()));
            json.writeStringField("plc_id", reading.source().plcId());
            reading.values().writeFields(json);
            json.writeStringField("run", reading.run());
            json.writeNumberField("sequence", reading.sequence());
        });
    }

    /** Reads the body of a message on {@link FactorySource#topic()}. */
    public static Decoded<Reading> decode(FactorySource source, byte[] body) {
        return JsonBodies.decode(body, object -> reading(source, object));
    }

    private static Reading reading(FactorySource source, ObjectNode object) {
        Reading stamp =
                new Reading(
                        source,
                        JsonBodies.text(object, "run"),
                        JsonBodies.count(object, "sequence"),
                        JsonBodies.time(object, "timestamp"),
                        Leaves.builder().build());
        if (!JsonBodies.text(object, "plc_id").equals(source.plcId())) {
            throw new BadBody("plc_id is not " + source.plcId());
        }
        object.remove(java.util.List.of("timestamp", "plc_id", "run", "sequence"));
        Leaves values = Leaves.of(object);
        for (Tag tag : FactoryTags.required(source)) {
            if (!tag.type().accepts(values.get(tag.key()))) {
                throw new BadBody(tag.key() + " is missing or not " + tag.type().description());
            }
        }
        return new Reading(source, stamp.run(), stamp.sequence(), stamp.measuredAt(), values);
    }
}
