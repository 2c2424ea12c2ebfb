package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.Value;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plant with PLCs on a stepped clock and a broker in memory, with everything they publish. */
final class Factory {

    static final Instant WALL = Instant.parse("2026-11-21T10:00:00Z");
    static final URI BROKER = URI.create("tcp://127.0.0.1:1");

    final SteppedTime time;
    final MemoryBroker broker;
    final Map<FactorySource, List<String>> bodies;
    final List<CommandResult> results;

    private final Path directory;
    private Optional<Instant> simulationStart = Optional.of(WALL);
    private Duration history = Duration.ZERO;
    private double speed = 1;
    private boolean fresh;
    private List<Fault> faults = List.of();
    private Duration interval = Duration.ofSeconds(1);
    private Set<FactorySource> distant = Set.of();

    private Turns plantThread = new SteppedTime(WALL).thread();
    PlantPart plant;
    final Map<FactorySource, PlcPart> plcs = new EnumMap<>(FactorySource.class);

    Factory(Path directory) {
        this(
                directory,
                new SteppedTime(WALL),
                new MemoryBroker(),
                new EnumMap<>(FactorySource.class),
                new ArrayList<>());
        for (FactorySource source : FactorySource.values()) {
            bodies.put(source, new ArrayList<>());
        }
        broker.listen(this::hear);
    }

    private Factory(
            Path directory,
            SteppedTime time,
            MemoryBroker broker,
            Map<FactorySource, List<String>> bodies,
            List<CommandResult> results) {
        this.directory = directory;
        this.time = time;
        this.broker = broker;
        this.bodies = bodies;
        this.results = results;
    }

    private void hear(MemoryBroker.Message message) {
        FactorySource.ofTopic(message.topic())
                .ifPresent(source ->
                        bodies.get(source).add(new String(message.body(), StandardCharsets.UTF_8)));
        if (message.topic().endsWith("/result")
                && CommandCodec.decodeResult(message.body())
                        instanceof Decoded.Sound<CommandResult>(CommandResult result)) {
            results.add(result);
        }
    }

    Factory catchingUp(Duration howFar) {
        simulationStart = Optional.empty();
        history = howFar;
        return this;
    }

    Factory startingAt(Instant start) {
        simulationStart = Optional.of(start);
        return this;
    }

    Factory speed(double wanted) {
        speed = wanted;
        return this;
    }

    Factory fresh() {
        fresh = true;
        return this;
    }

    Factory faults(Fault... wanted) {
        faults = List.of(wanted);
        return this;
    }

    Factory interval(Duration wanted) {
        interval = wanted;
        return this;
    }

    /** These PLCs work by the field topics. */
    Factory distant(FactorySource... sources) {
        distant = EnumSet.noneOf(FactorySource.class);
        distant.addAll(List.of(sources));
        return this;
    }

    /** Makes and starts everything, as a process does. */
    Factory start() {
        startPlant();
        distant.forEach(this::startAlone);
        return this;
    }

    void startPlant() {
        plantThread = time.thread();
        plant =
                new PlantPart(
                        new PlantSettings(
                                BROKER,
                                directory,
                                7,
                                simulationStart,
                                history,
                                speed,
                                fresh,
                                faults,
                                PlantParameters.standard()),
                        broker,
                        time,
                        plantThread);
        for (FactorySource source : FactorySource.values()) {
            if (!distant.contains(source)) {
                PlcPart plc = plc(source);
                plant.attach(plc);
                plcs.put(source, plc);
            }
        }
        plant.start();
        plcs.forEach((source, plc) -> {
            if (!distant.contains(source)) {
                plc.start();
            }
        });
    }

    void startAlone(FactorySource source) {
        PlcPart plc = plc(source);
        plcs.put(source, plc);
        plc.start();
    }

    /** Stops the part of a PLC beside the plant, as switching the PLC off is. */
    void switchOff(FactorySource source) {
        plcs.get(source).close();
    }

    /** Starts a new part for a PLC beside the plant. */
    void switchOn(FactorySource source) {
        PlcPart plc = plc(source);
        plant.attach(plc);
        plcs.put(source, plc);
        plc.start();
    }

    private PlcPart plc(FactorySource source) {
        return new PlcPart(
                new PlcSettings(source, BROKER, directory.resolve("alone"), interval, 1),
                broker,
                time,
                time.thread());
    }

    void pass(Duration wall) {
        time.pass(wall);
    }

    /** Everything ends without a word, as by kill -9. */
    Factory killed() {
        broker.cutEverybody();
        Factory next =
                new Factory(directory, new SteppedTime(time.instant()), broker, bodies, results);
        next.copy(this);
        return next;
    }

    private void copy(Factory from) {
        simulationStart = from.simulationStart;
        history = from.history;
        speed = from.speed;
        interval = from.interval;
        distant = from.distant;
    }

    /** The plant alone ends without a word and is started anew, with the PLCs beside it. */
    void killPlantOnly() {
        broker.cut("Plant");
        plcs.keySet().stream()
                .filter(source -> !distant.contains(source))
                .forEach(source -> broker.cut(source.plcId()));
        plantThread.end();
        startPlant();
    }

    /** Everything ends in order. */
    Factory closed() {
        plant.close();
        plcs.values().forEach(PlcPart::close);
        return killed();
    }

    Instant simulated() {
        return plant.progress().orElseThrow().simulatedTime();
    }

    Reading latest(FactorySource source) {
        byte[] body = bodies.get(source).getLast().getBytes(StandardCharsets.UTF_8);
        if (ReadingCodec.decode(source, body) instanceof Decoded.Sound<Reading>(Reading reading)) {
            return reading;
        }
        throw new AssertionError("malformed body");
    }

    void command(FactorySource source, String id, String word, Value value) {
        send(source, new Command(id, word, value, time.instant(), "operator"), false);
    }

    void send(FactorySource source, Command command, boolean retained) {
        broker.publish(source.commandTopic(), CommandCodec.encode(command), retained);
    }

    List<CommandResult> resultsOf(String id) {
        return results.stream().filter(result -> result.requestId().equals(id)).toList();
    }
}
