package org.plantdeck.plantruntime.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.plantdeck.signal.IsoTime;
import org.slf4j.event.KeyValuePair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * One event as one JSON object on one line: time, level, part, message, thread, the event's own
 * keys, and cause and stack where it has an exception. Threads: any.
 */
final class JsonLine extends EncoderBase<ILoggingEvent> {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> OWN_KEYS =
            Set.of("time", "level", "part", "message", "thread", "cause", "stack");

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("time", IsoTime.format(event.getInstant()));
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("part", PartNames.of(event));
            json.writeStringField("message", String.valueOf(event.getFormattedMessage()));
            json.writeStringField("thread", event.getThreadName());
            List<KeyValuePair> pairs = event.getKeyValuePairs();
            if (pairs != null) {
                for (KeyValuePair pair : pairs) {
                    write(json, pair);
                }
            }
            IThrowableProxy cause = event.getThrowableProxy();
            if (cause != null) {
                json.writeStringField("cause", Causes.inOneLine(cause));
                json.writeStringField("stack", ThrowableProxyUtil.asString(cause));
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, KeyValuePair pair) throws IOException {
        json.writeFieldName(OWN_KEYS.contains(pair.key) ? pair.key + "_" : pair.key);
        switch (pair.value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer whole -> json.writeNumber(whole);
            case Long whole -> json.writeNumber(whole);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(pair.value.toString());
        }
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
