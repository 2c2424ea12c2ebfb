package org.plantdeck.plcsim.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Commands on their way from the broker to a scan boundary. What is retained, malformed or not
 * fresh is refused here, by wall time; what the PLC may do is its own affair. Threads: {@link
 * #serve} from the one that scans, the rest from any.
 */
final class CommandInbox {

    /** Commands issued longer ago, or further ahead, are refused. */
    static final Duration FRESH = Duration.ofSeconds(10);

    static final int CAPACITY = 64;

    private static final Logger LOG = LoggerFactory.getLogger(CommandInbox.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_BODY = 8_192;

    private record Arrival(byte[] body, boolean retained, Instant at) {}

    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(CAPACITY);
    private final InstantSource wallClock;

    CommandInbox(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** Takes a delivery; says whether there was room. */
    boolean offer(Delivery delivery) {
        return arrivals.offer(
                new Arrival(delivery.body(), delivery.retained(), wallClock.instant()));
    }

    /**
     * Hands every admissible command on, each judged after the one before has been executed.
     *
     * @param now simulated time for the answers
     * @param execute what to do with an admitted command
     */
    void serve(ScanCycle cycle, Instant now, Consumer<Command> execute) {
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            Arrival arrival = next;
            switch (decode(arrival.body())) {
                case Decoded.Malformed<Command>(String reason) ->
                        refuseMalformed(
                                arrival.body(), reason, (id, why) -> cycle.refuse(id, why, now));
                case Decoded.Sound<Command>(Command command) -> {
                    if (!cycle.repeatsAnswer(command.requestId())) {
                        Optional<String> stale = stale(command, arrival.retained());
                        if (stale.isPresent()) {
                            cycle.refuse(command.requestId(), stale.get(), now);
                        } else if (cycle.admits(command, now)) {
                            execute.accept(command);
                        }
                    }
                }
            }
        }
    }

    /** Refuses what has waited too long for a scan: request and reason go to the taker. */
    void expire(BiConsumer<String, String> refuse) {
        Instant oldest = wallClock.instant().minus(FRESH);
        Arrival head = arrivals.peek();
        while (head != null && head.at().isBefore(oldest)) {
            if (arrivals.remove(head)) {
                idOf(head.body())
                        .ifPresent(id -> refuse.accept(id, "The PLC is not scanning its field"));
            }
            head = arrivals.peek();
        }
    }

    private static Decoded<Command> decode(byte[] body) {
        if (body.length > LONGEST_BODY) {
            return new Decoded.Malformed<>("the body is longer than " + LONGEST_BODY + " bytes");
        }
        Decoded<Command> decoded = CommandCodec.decode(body);
        if (decoded instanceof Decoded.Sound<Command>(Command command)
                && command.requestId().length() > LONGEST_ID) {
            return new Decoded.Malformed<>(
                    "request_id is longer than " + LONGEST_ID + " characters");
        }
        return decoded;
    }

    private Optional<String> stale(Command command, boolean retained) {
        if (retained) {
            return Optional.of("The command was retained by the broker");
        }
        Duration age = Duration.between(command.issuedAt(), wallClock.instant());
        if (age.compareTo(FRESH) > 0) {
            return Optional.of(
                    "The command is %d s old, at most %d are accepted"
                            .formatted(age.toSeconds(), FRESH.toSeconds()));
        }
        if (age.compareTo(FRESH.negated()) < 0) {
            return Optional.of(
                    "The command is issued %d s in the future".formatted(-age.toSeconds()));
        }
        return Optional.empty();
    }

    /** Logs a body that is no command, and refuses it where it names its request. */
    static void refuseMalformed(byte[] body, String reason, BiConsumer<String, String> refuse) {
        LOG.atWarn().addKeyValue("reason", reason).log("Malformed command");
        idOf(body).ifPresent(id -> refuse.accept(id, "Malformed: " + reason));
    }

    private static Optional<String> idOf(byte[] body) {
        if (body.length > LONGEST_BODY) {
            return Optional.empty();
        }
        try {
            JsonNode id = JSON.readTree(body).path("request_id");
            return id.isTextual() && !id.textValue().isBlank()
                    ? Optional.of(id.textValue()).filter(it -> it.length() <= LONGEST_ID)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
