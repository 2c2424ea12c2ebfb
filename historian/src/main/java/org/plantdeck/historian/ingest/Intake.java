package org.plantdeck.historian.ingest;

import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingLimits;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where messages wait, in the order of arrival, until they are stored; each stays until it is
 * durable and is acknowledged only then. Full, it holds the delivery thread, and through it the
 * broker, back; it never drops. Threads: {@link #accept} on the delivery thread, the rest from any;
 * one lock guards all state.
 */
public final class Intake {

    /** Messages that may wait. */
    public static final int CAPACITY = 256;

    /** So many waiting are stored at once; brokers send no more than ten unacknowledged ones. */
    public static final int WAKE_AT = 8;

    private final RejectionLog rejections = new RejectionLog();
    private final Runnable wake;

    /** The delivery thread only. */
    private final ArrivalTimes arrivals;

    /** The delivery thread only. */
    private final LastBodies lastBodies = new LastBodies();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private long repeats;
    private boolean closed;

    /**
     * @param wallClock tells when what says no time of its own arrived
     * @param wake called on the delivery thread whenever {@link #WAKE_AT} or more messages wait
     */
    public Intake(Runnable wake, InstantSource wallClock) {
        this.wake = wake;
        arrivals = new ArrivalTimes(wallClock);
    }

    /** What is to be stored next. */
    record Next(List<Arrival> arrivals, long repeats) {

        boolean isEmpty() {
            return arrivals.isEmpty() && repeats == 0;
        }

        ReadingBatch batch() {
            List<Reading> readings =
                    arrivals.stream().flatMap(it -> it.reading().stream()).toList();
            long ofPlant = arrivals.stream().filter(Arrival::isOfPlant).count();
            return new ReadingBatch(
                    readings,
                    arrivals.stream().flatMap(it -> it.observation().stream()).toList(),
                    ofPlant - readings.size(),
                    repeats);
        }
    }

    /**
     * Takes a message of a source's topic, waiting for room.
     *
     * @throws InterruptedException when the link is closing meanwhile; the message is not taken
     */
    public void accept(FactorySource source, Delivery delivery) throws InterruptedException {
        Optional<Reading> reading = decode(source, delivery.body());
        lock.lockInterruptibly();
        try {
            if (delivery.duplicate() && reading.isPresent() && isWaiting(reading.get(), delivery)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        take(Arrival.ofPlant(delivery, reading));
    }

    /**
     * Takes a message of any other topic, waiting for room; one that is retained and says what came
     * last is acknowledged and nothing more.
     *
     * @param timeKey the path of the leaf that says when it was measured
     * @throws InterruptedException as above
     */
    public void accept(String timeKey, Delivery delivery) throws InterruptedException {
        if (lastBodies.isOld(delivery)) {
            delivery.acknowledge();
            return;
        }
        take(Arrival.ofOther(delivery, decode(timeKey, delivery)));
    }

    private Optional<Observation> decode(String timeKey, Delivery delivery) {
        String topic = delivery.topic();
        Decoded<Observation> decoded =
                Observation.decode(topic, delivery.body(), timeKey, () -> arrivals.next(topic));
        return switch (decoded) {
            case Decoded.Malformed<Observation>(String reason) -> {
                rejections.rejected(topic, reason);
                yield Optional.empty();
            }
            case Decoded.Sound<Observation>(Observation sound) -> observed(sound);
        };
    }

    private Optional<Observation> observed(Observation observation) {
        Optional<String> objection = ReadingLimits.objectionTo(observation);
        objection.ifPresent(it -> rejections.rejected(observation.topic(), it));
        return objection.isEmpty() ? Optional.of(observation) : Optional.empty();
    }

    private void take(Arrival arrival) throws InterruptedException {
        boolean enough;
        lock.lockInterruptibly();
        try {
            while (waiting.size() >= CAPACITY && !closed) {
                room.await();
            }
            if (closed) {
                return;
            }
            waiting.add(arrival);
            enough = waiting.size() >= WAKE_AT;
        } finally {
            lock.unlock();
        }
        if (enough) {
            wake.run();
        }
    }

    private Optional<Reading> decode(FactorySource source, byte[] body) {
        return switch (ReadingCodec.decode(source, body)) {
            case Decoded.Malformed<Reading>(String reason) -> rejected(source, reason);
            case Decoded.Sound<Reading>(Reading reading) -> {
                Optional<String> objection = ReadingLimits.objectionTo(reading);
                yield objection.isEmpty()
                        ? Optional.of(reading)
                        : rejected(source, objection.get());
            }
        };
    }

    private Optional<Reading> rejected(FactorySource source, String reason) {
        rejections.rejected(source.topic(), reason);
        return Optional.empty();
    }

    /** A broker sends again what it waits to have acknowledged; that needs no second place here. */
    private boolean isWaiting(Reading reading, Delivery delivery) {
        for (Arrival arrival : waiting) {
            if (arrival.isOf(reading)) {
                arrival.cameAgain(delivery);
                repeats++;
                return true;
            }
        }
        return false;
    }

    /** The oldest messages, which stay here until {@link #release}. */
    Next next(int most) {
        lock.lock();
        try {
            List<Arrival> arrivals = new ArrayList<>(Math.min(most, waiting.size()));
            Iterator<Arrival> each = waiting.iterator();
            while (each.hasNext() && arrivals.size() < most) {
                arrivals.add(each.next());
            }
            return new Next(arrivals, repeats);
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of messages that are durable now, and acknowledges them. */
    void release(Next stored) {
        List<Delivery> safe = new ArrayList<>();
        lock.lock();
        try {
            for (Arrival arrival : stored.arrivals()) {
                waiting.remove();
                safe.addAll(arrival.deliveries());
            }
            repeats -= stored.repeats();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        safe.forEach(Delivery::acknowledge);
    }

    /** Counts a message as rejected that turned out not to be storable for what it holds. */
    void reject(Arrival arrival, String reason) {
        lock.lock();
        try {
            rejections.rejected(arrival.deliveries().getFirst().topic(), reason);
            arrival.reject();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages wait to be stored. */
    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** The earliest time among the waiting readings of a run; empty where none waits. */
    public Optional<Instant> earliest(String run) {
        lock.lock();
        try {
            return waiting.stream()
                    .flatMap(it -> it.reading().stream())
                    .filter(it -> it.run().equals(run))
                    .map(Reading::measuredAt)
                    .min(Instant::compareTo);
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more messages; those that wait for room go unacknowledged. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
