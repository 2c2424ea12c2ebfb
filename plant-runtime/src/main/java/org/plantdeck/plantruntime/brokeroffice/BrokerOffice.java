package org.plantdeck.plantruntime.brokeroffice;

import org.plantdeck.broker.guard.Statistics;
import org.plantdeck.broker.guard.Statistics.Retained;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerCodec;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.BrokerRequest.Act;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes requests about one broker and answers them. Who may ask and who may read the answers is for
 * the rules of the broker to say; what changes something is written to the log with who asked for
 * it. Threads: one at a time.
 */
public final class BrokerOffice {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerOffice.class);

    /** As commands to a PLC are. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final String component;
    private final Supplier<Optional<Statistics>> statistics;
    private final InstantSource wallClock;
    private List<Retained> cleared = List.of();

    /**
     * @param component the broker's name in topics and the log
     * @param statistics of the broker, while it runs
     */
    public BrokerOffice(
            String component, Supplier<Optional<Statistics>> statistics, InstantSource wallClock) {
        this.component = component;
        this.statistics = statistics;
        this.wallClock = wallClock;
    }

    /** Answers a body; one that names no request, or that comes while the broker ends, is not. */
    public Optional<BrokerAnswer> answer(byte[] body) {
        return switch (BrokerCodec.decodeRequest(body)) {
            case Decoded.Sound<BrokerRequest>(BrokerRequest request) ->
                    statistics.get().map(its -> answer(request, its));
            case Decoded.Malformed<BrokerRequest>(String reason) -> {
                LOG.atWarn()
                        .addKeyValue("broker", component)
                        .addKeyValue("reason", reason)
                        .log("A request that cannot be read");
                yield Optional.empty();
            }
        };
    }

    private BrokerAnswer answer(BrokerRequest request, Statistics its) {
        Optional<Act> act = Act.of(request.command());
        if (act.isEmpty()) {
            return BrokerAnswer.refused(
                    request.requestId(), request.command() + " is no command of a broker");
        }
        if (act.get().changes()) {
            Optional<String> stale = stale(request);
            if (stale.isPresent()) {
                return BrokerAnswer.refused(request.requestId(), stale.get());
            }
        }
        try {
            return answer(act.get(), request, its);
        } catch (IllegalArgumentException wrong) {
            return BrokerAnswer.refused(request.requestId(), String.valueOf(wrong.getMessage()));
        }
    }

    private Optional<String> stale(BrokerRequest request) {
        Optional<Instant> issued = IsoTime.parse(request.issuedAt());
        if (issued.isEmpty()) {
            return Optional.of("issued_at is not an ISO-8601 time with an offset or Z");
        }
        Duration age = Duration.between(issued.get(), wallClock.instant()).abs();
        return age.compareTo(FRESH) > 0
                ? Optional.of("issued_at is more than 10 s from now")
                : Optional.empty();
    }

    private BrokerAnswer answer(Act act, BrokerRequest request, Statistics its) {
        return switch (act) {
            case CLIENTS -> clients(request, its);
            case TOPICS -> topics(request, its);
            case RETAINED -> retained(request, its);
            case DISCONNECT -> disconnect(request, its);
            case CLEAR_RETAINED -> clear(request, its);
            case RESTORE_RETAINED -> restore(request, its);
        };
    }

    private static BrokerAnswer clients(BrokerRequest request, Statistics its) {
        Predicate<String> wanted = having(request.value());
        List<ClientFigures> found =
                its.clients().stream()
                        .filter(it ->
                                wanted.test(it.clientId())
                                        || wanted.test(it.user())
                                        || wanted.test(it.address()))
                        .sorted(ClientFigures.BUSIEST)
                        .toList();
        return new BrokerAnswer(
                request.requestId(),
                BrokerAnswer.DONE,
                "",
                found.size(),
                found.stream().limit(request.limit()).toList(),
                List.of());
    }

    private static Predicate<String> having(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static BrokerAnswer topics(BrokerRequest request, Statistics its) {
        Predicate<String> wanted = having(request.value());
        return rows(
                request,
                its.topics().stream()
                        .filter(it -> wanted.test(it.topic()))
                        .sorted(TopicFigures.BUSIEST)
                        .toList());
    }

    private static BrokerAnswer rows(BrokerRequest request, List<TopicFigures> found) {
        return new BrokerAnswer(
                request.requestId(),
                BrokerAnswer.DONE,
                "",
                found.size(),
                List.of(),
                found.stream().limit(request.limit()).toList());
    }

    private static BrokerAnswer retained(BrokerRequest request, Statistics its) {
        List<Retained> messages = its.retained(filter(request));
        Map<String, TopicFigures> figures =
                its.topics().stream()
                        .collect(Collectors.toMap(TopicFigures::topic, Function.identity()));
        return rows(
                request,
                messages.stream()
                        .map(it ->
                                figures.getOrDefault(
                                        it.topic(),
                                        new TopicFigures(
                                                it.topic(), 0, 0, 0, 0, it.payload().length)))
                        .sorted(Comparator.comparing(TopicFigures::topic))
                        .toList());
    }

    /** None would be everything: that is for the asker to say, by {@code #}. */
    private static String filter(BrokerRequest request) {
        if (request.value().isBlank()) {
            throw new IllegalArgumentException("value is missing: a topic filter such as status/+");
        }
        return request.value().strip();
    }

    private BrokerAnswer disconnect(BrokerRequest request, Statistics its) {
        if (!its.disconnect(request.value())) {
            return BrokerAnswer.refused(
                    request.requestId(), request.value() + " is not connected (any more)");
        }
        log(request, 1);
        return BrokerAnswer.done(request.requestId(), request.value() + " is disconnected", 1);
    }

    private BrokerAnswer clear(BrokerRequest request, Statistics its) {
        List<Retained> ended = its.clearRetained(filter(request));
        if (!ended.isEmpty()) {
            cleared = ended;
        }
        log(request, ended.size());
        return BrokerAnswer.done(
                request.requestId(), ended.size() + " retained messages are cleared", ended.size());
    }

    private BrokerAnswer restore(BrokerRequest request, Statistics its) {
        if (cleared.isEmpty()) {
            return BrokerAnswer.refused(
                    request.requestId(), "nothing was cleared since the broker started");
        }
        int all = cleared.size();
        int restored = (int) cleared.stream().filter(its::restore).count();
        cleared = List.of();
        log(request, restored);
        return BrokerAnswer.done(
                request.requestId(),
                restored
                        + " of "
                        + all
                        + " retained messages are back"
                        + (restored < all ? "; on the other topics there are newer ones" : ""),
                restored);
    }

    private void log(BrokerRequest request, int count) {
        LOG.atInfo()
                .addKeyValue("broker", component)
                .addKeyValue("command", request.command())
                .addKeyValue("value", request.value())
                .addKeyValue("count", count)
                .addKeyValue("by", request.by())
                .log("Asked of the broker and done");
    }
}
