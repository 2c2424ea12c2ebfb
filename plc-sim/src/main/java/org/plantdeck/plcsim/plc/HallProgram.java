package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Comfort;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Psychrometrics;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.ShiftCalendar;
import org.plantdeck.plcsim.physics.ShiftPhase;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PLC3: keeps the hall fit to work in, and says how fit it is. */
final class HallProgram implements PlcProgram {

    /** Light work on one's feet, met. */
    static final double METABOLIC_RATE = 1.6;

    /** Working clothes, clo. */
    static final double CLOTHING = 0.5;

    private static final List<String> AHU_MODES = List.of("automatic", "off", "manual");
    private static final List<String> COMMANDS =
            List.of("temperature_setpoint", "ahu_mode", "damper", "lighting");
    private static final String AUTOMATIC = "automatic";

    private final ShiftCalendar calendar;
    private final PassedOn passedOn = new PassedOn(FactorySource.ENVIRONMENT);
    private final AirHandling ahu = new AirHandling();
    private final Lighting lighting = new Lighting();
    private double temperature;
    private double humidity;
    private double radiantTemperature;
    private double airVelocity;
    private double co2;
    private double fineDust;
    private double people;

    HallProgram(Instant runStart) {
        calendar = new ShiftCalendar(runStart);
    }

    @Override
    public FactorySource source() {
        return FactorySource.ENVIRONMENT;
    }

    @Override
    public void scan(FieldBus field) {
        passedOn.read(field);
        temperature = field.read(Sensor.HALL_TEMPERATURE);
        humidity = field.read(Sensor.HALL_HUMIDITY);
        radiantTemperature = field.read(Sensor.RADIANT_TEMPERATURE);
        airVelocity = field.read(Sensor.AIR_VELOCITY);
        co2 = field.read(Sensor.HALL_CO2);
        fineDust = field.read(Sensor.HALL_PM25);
        people = field.read(Sensor.PEOPLE);
        ahu.scan(field, calendar.at(field.time().now()).phase() != ShiftPhase.CLEANING);
        field.write(Actuator.LIGHTING, lighting.scan(people));
    }

    @Override
    public void describe(Body body) {
        double pmv =
                new Comfort(
                                temperature,
                                radiantTemperature,
                                airVelocity,
                                humidity,
                                METABOLIC_RATE,
                                CLOTHING)
                        .pmv();
        double ppd = Comfort.ppd(pmv);
        double index = AirQuality.index(co2, fineDust);
        passedOn.describe(body);
        body.number("air_quality.index", index)
                .text("air_quality.status", AirQuality.word(index))
                .number("comfort_index", 100 - ppd)
                .number("pmv", pmv)
                .number("ppd", ppd)
                .number("dew_point", Psychrometrics.dewPoint(temperature, humidity))
                .count("people", (long) Math.floor(people + 0.5))
                .number("temperature_setpoint", ahu.setpoint())
                .text("ahu.mode", ahu.mode().word())
                .text("ahu.state", ahu.state())
                .number("ahu.coil", ahu.coil())
                .number("lighting", lighting.level());
    }

    @Override
    public Optional<String> refusal(Command command) {
        return switch (command.command()) {
            case "temperature_setpoint" -> Asked.outside(command, 16, 28, "°C");
            case "ahu_mode" -> Asked.noneOf(command, AHU_MODES);
            case "damper" ->
                    ahu.mode() == AirHandling.Mode.MANUAL
                            ? Asked.outside(command, 0, 100, "%")
                            : Optional.of(
                                    "damper is allowed in manual only; allowed: ahu_mode manual");
            case "lighting" ->
                    command.value() instanceof Value.Text
                            ? Asked.noneOf(command, List.of(AUTOMATIC))
                            : Asked.outside(command, 0, 100, "%, or automatic");
            default -> Asked.unknown(command, COMMANDS);
        };
    }

    @Override
    public void execute(Command command) {
        switch (command.command()) {
            case "temperature_setpoint" -> ahu.setpoint(command.value().asDouble());
            case "ahu_mode" -> AirHandling.Mode.ofWord(Asked.word(command)).ifPresent(ahu::mode);
            case "damper" -> ahu.damperByHand(command.value().asDouble());
            case "lighting" -> {
                if (Asked.word(command).equals(AUTOMATIC)) {
                    lighting.automatic();
                } else {
                    lighting.manual(command.value().asDouble());
                }
            }
            default -> throw new IllegalStateException(command.command());
        }
    }

    /** Everything PLC3 is asked for is done with the scan that follows. */
    @Override
    public Outcome outcome(String command) {
        return new Outcome.Done();
    }

    @Override
    public void archive(StateArchive archive) {
        ahu.archive(archive);
        lighting.archive(archive);
    }
}
