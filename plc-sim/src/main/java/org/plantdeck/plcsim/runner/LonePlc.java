package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.PlcOutput;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PLC in a process of its own: scans whatever image the plant publishes and answers with its
 * outputs. Before a reading or an answer goes out, the state that follows from it is on the disk,
 * so no number is used twice with different content. A tick it has scanned already is answered
 * again and not scanned again, which is how a plant that was restarted lives through its last
 * second once more. Threads: the part's own.
 */
final class LonePlc implements PlcOutput {

    private static final Logger LOG = LoggerFactory.getLogger(LonePlc.class);
    private static final int FIELD_QOS = 0;

    private final PlcSettings settings;
    private final PlcLink link;
    private final PlcStore store;
    private final List<Reading> dueReadings = new ArrayList<>();
    private final List<CommandResult> dueAnswers = new ArrayList<>();
    private @Nullable Station station;
    private volatile String trouble = "";

    /** What is there once the plant has been heard of. */
    private record Station(ScanCycle cycle, RemoteField field, Answers answers) {}

    LonePlc(PlcSettings settings, PlcLink link) {
        this.settings = settings;
        this.link = link;
        this.store = new PlcStore(settings.directory(), settings.source());
    }

    /** Throws {@link PartFailure} where the state cannot be kept. */
    void open() {
        store.open();
    }

    /** Scans an image, or answers again for one that was scanned before. */
    void take(FieldCodec.Image image) {
        try {
            Station at = stationFor(image);
            if (image.time().tick() > at.answers().newestTick()) {
                scan(at, image);
            }
            at.answers()
                    .to(image.time().tick())
                    .ifPresent(orders ->
                            link.send(
                                    new Publication(
                                            FieldCodec.outTopic(settings.source()),
                                            FieldCodec.encode(orders),
                                            FIELD_QOS,
                                            false)));
            trouble = "";
        } catch (IOException e) {
            trouble = "Cannot write " + store.path() + ": " + e.getMessage();
            LOG.atError().addKeyValue("file", store.path()).setCause(e).log("State not saved");
        }
    }

    private void scan(Station at, FieldCodec.Image image) throws IOException {
        PlantTime time = image.time();
        at.cycle().continueAfter(image.usedSequence());
        link.inbox()
                .serve(at.cycle(), time.now(), command -> at.cycle().execute(command, time.now()));
        at.field().take(image);
        at.cycle().scan(at.field());
        at.answers()
                .add(
                        new FieldCodec.Orders(
                                time.run(),
                                time.tick(),
                                at.cycle().sequence(),
                                at.field().outputs()));
        if (!dueReadings.isEmpty() || !dueAnswers.isEmpty()) {
            store.save(time, at.cycle(), at.answers(), dueReadings);
            dueReadings.forEach(link::publish);
            dueAnswers.forEach(link::answer);
            dueReadings.clear();
            dueAnswers.clear();
        }
    }

    private Station stationFor(FieldCodec.Image image) throws IOException {
        Station present = station;
        PlantTime time = image.time();
        if (present != null && present.cycle().run().equals(time.run())) {
            return present;
        }
        ScanCycle cycle =
                new ScanCycle(
                        settings.source(),
                        time.run(),
                        time.start(),
                        settings.publishInterval(),
                        this);
        Answers answers = new Answers(time.run());
        store.load(time, cycle, answers).forEach(link::publish);
        LOG.atInfo()
                .addKeyValue("plc", settings.source().plcId())
                .addKeyValue("run", time.run())
                .addKeyValue("sequence", cycle.sequence())
                .log("Field found");
        Station fresh = new Station(cycle, new RemoteField(image), answers);
        station = fresh;
        return fresh;
    }

    @Override
    public void publish(Reading reading) {
        dueReadings.add(reading);
    }

    @Override
    public void answer(CommandResult result) {
        dueAnswers.add(result);
    }

    /** What keeps the PLC from its work; empty where nothing does. */
    String trouble() {
        return trouble;
    }

    /** The PLC's cycle, once the plant has been heard of. */
    @Nullable ScanCycle cycle() {
        Station at = station;
        return at == null ? null : at.cycle();
    }
}
