package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.FactorySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The plant's side of a PLC that runs elsewhere. While the PLC answers, plant and PLC go in lock
 * step: a tick is over when its answer has come. When an answer does not come, the image is sent
 * again, and after two seconds the plant goes on without the PLC, with its outputs as they were,
 * and knocks now and then. Until a PLC has been heard of at all, its part of the plant is kept
 * safe. Threads: the plant's.
 */
final class FieldStation {

    /** Wall time after which a PLC that does not answer is gone. */
    static final Duration GONE_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(FieldStation.class);
    private static final Duration SEND_AGAIN = Duration.ofMillis(500);
    private static final Duration KNOCK_EVERY = Duration.ofMillis(250);
    private static final int QOS = 0;

    private final FactorySource plc;
    private final MqttLink link;
    private final List<Sensor> sensors;

    private boolean present;
    private boolean everHeard;
    private boolean heardElsewhere;
    private long usedSequence;
    private long unansweredTicks;
    private long askedTick = -1;
    private boolean answered = true;
    private Instant askedAt = Instant.MIN;
    private Instant sentAt = Instant.MIN;
    private Instant goneAt = Instant.MIN;

    FieldStation(FactorySource plc, MqttLink link) {
        this.plc = plc;
        this.link = link;
        this.sensors = Sensor.of(plc);
    }

    /**
     * Waits for the first answer up to a wall time, as for a PLC that is being started beside the
     * plant.
     */
    void expect(Instant until) {
        present = true;
        goneAt = until;
    }

    /** Keeps the outputs of a PLC that was scanned here until now. */
    void takeOver(long sequence) {
        everHeard = true;
        usedSequence = sequence;
    }

    /** A tick has been run: asks the PLC for its outputs. */
    void ask(Plant plant, Instant wallNow) {
        if (!everHeard) {
            SafeOutputs.write(plc, plant);
        } else if (!present) {
            SafeOutputs.keep(plc, plant);
        }
        long tick = plant.time().tick();
        if (present) {
            askedAt = wallNow;
            answered = false;
        } else if (Duration.between(sentAt, wallNow).compareTo(KNOCK_EVERY) < 0) {
            return;
        }
        askedTick = tick;
        unansweredTicks++;
        send(plant, wallNow);
    }

    private void send(Plant plant, Instant wallNow) {
        Map<Sensor, Double> values = new EnumMap<>(Sensor.class);
        sensors.forEach(sensor -> values.put(sensor, plant.read(sensor)));
        FieldCodec.Image image = new FieldCodec.Image(plant.time(), usedSequence, values);
        sentAt = wallNow;
        link.publish(
                new Publication(FieldCodec.inTopic(plc), FieldCodec.encode(image), QOS, false));
    }

    /** Whether the plant may run its next tick; asks again or gives up waiting where it is time. */
    boolean isDone(Plant plant, Instant wallNow) {
        if (answered || !present) {
            return true;
        }
        Instant patience = askedAt.plus(GONE_AFTER);
        if (!wallNow.isBefore(patience) && !wallNow.isBefore(goneAt)) {
            present = false;
            answered = true;
            LOG.atWarn()
                    .addKeyValue("plc", plc.plcId())
                    .addKeyValue("tick", askedTick)
                    .log("No answer from the PLC, going on without it");
            return true;
        }
        if (Duration.between(sentAt, wallNow).compareTo(SEND_AGAIN) >= 0) {
            send(plant, wallNow);
        }
        return false;
    }

    /** Takes an answer. */
    void take(FieldCodec.Orders orders, Plant plant) {
        PlantTime time = plant.time();
        if (!orders.run().equals(time.run())) {
            return;
        }
        usedSequence = Math.max(usedSequence, orders.usedSequence());
        heardElsewhere = true;
        if (orders.tick() != askedTick) {
            return;
        }
        if (!present || !everHeard) {
            LOG.atInfo()
                    .addKeyValue("plc", plc.plcId())
                    .addKeyValue("tick", askedTick)
                    .log("PLC answers");
        }
        present = true;
        everHeard = true;
        answered = true;
        goneAt = Instant.MIN;
        unansweredTicks = 0;
        for (Actuator actuator : Actuator.of(plc)) {
            Double value = orders.actuators().get(actuator);
            if (value != null) {
                plant.write(actuator, value);
            }
        }
    }

    FactorySource plc() {
        return plc;
    }

    /** Whether the plant and this PLC go in lock step now. */
    boolean isPresent() {
        return present && everHeard;
    }

    /**
     * Number no reading of the PLC is beyond: each tick it was asked for and has not answered yet
     * may have led to one, where there is somebody to ask.
     */
    long usedAtMost() {
        return heardElsewhere ? usedSequence + unansweredTicks : usedSequence;
    }

    void archive(StateArchive archive) {
        everHeard = archive.whole("heard", everHeard ? 1 : 0) == 1;
        present = archive.whole("present", present && everHeard ? 1 : 0) == 1;
        usedSequence = archive.whole("sequence", usedSequence);
    }
}
