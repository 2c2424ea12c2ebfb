package org.plantdeck.signal.brokers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.plantdeck.signal.Decoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON bodies of {@code broker/#} and of the lists under {@code $SYS/broker}. Threads: any. */
public final class BrokerCodec {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private BrokerCodec() {}

    public static byte[] encode(BrokerRequest request) {
        return write(request);
    }

    public static Decoded<BrokerRequest> decodeRequest(byte[] body) {
        return read(body, BrokerRequest.class);
    }

    public static byte[] encode(BrokerAnswer answer) {
        return write(answer);
    }

    public static Decoded<BrokerAnswer> decodeAnswer(byte[] body) {
        return read(body, BrokerAnswer.class);
    }

    /** A JSON array of clients. */
    public static byte[] encodeClients(List<ClientFigures> clients) {
        return write(clients);
    }

    /** A JSON array of topics. */
    public static byte[] encodeTopics(List<TopicFigures> topics) {
        return write(topics);
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static <T> Decoded<T> read(byte[] body, Class<T> type) {
        try {
            T value = JSON.readValue(body, type);
            return value == null
                    ? new Decoded.Malformed<>("the body is not a JSON object")
                    : new Decoded.Sound<>(value);
        } catch (JsonProcessingException malformed) {
            Throwable cause = malformed.getCause();
            return new Decoded.Malformed<>(
                    cause instanceof IllegalArgumentException wrong
                            ? String.valueOf(wrong.getMessage())
                            : "the body is not what is asked: " + malformed.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
