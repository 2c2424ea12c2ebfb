package org.plantdeck.app.shell;

import com.sun.management.OperatingSystemMXBean;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.Pace;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.plantruntime.updates.UpdateAnswer;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalDouble;

/** Brokers, historian, bridge, what was dropped, and what all this costs. Threads: the screen's. */
final class StatusStrip extends HBox {

    private static final Words WORDS = Words.of(StatusStrip.class);
    private static final double MEGA = 1024.0 * 1024;

    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    /** So much of a sentence is seen at least, in pixels. */
    private static final double TROUBLE_WIDTH = 240;

    private final Desk desk;
    private final Label local;
    private final Label cloud;
    private final Label historian;
    private final Label bridge;
    private final Label dropped;
    private final Label newer = new Label();
    private final Label machine = new Label();

    /** The system takes up to a millisecond to say how busy it is. */
    private final Pace machineAsked = new Pace(Duration.ofSeconds(1));

    StatusStrip(Desk desk) {
        this.desk = desk;
        getStyleClass().add("status-strip");
        local = entry(WORDS.say("local-broker", desk.session().brokers().local().getPort()));
        cloud = entry(WORDS.say("cloud-broker", desk.session().brokers().cloud().getPort()));
        historian = entry(WORDS.say("historian"));
        bridge = entry(WORDS.say("bridge"));
        dropped = entry(WORDS.say("dropped"));
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        newer.getStyleClass().add("strip-value");
        newer.setMinWidth(0);
        newer.setManaged(false);
        machine.getStyleClass().add("strip-name");
        machine.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(gap, newer, machine);
    }

    private Label entry(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("strip-name");
        label.setMinWidth(0);
        Label value = new Label(Numbers.NONE);
        value.getStyleClass().add("strip-value");
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(label, value);
        return value;
    }

    void show(Snapshot now) {
        Leaves historianSays = now.figures("Historian");
        Leaves bridgeSays = now.figures("Bridge");
        local.setText(
                linked(
                        now.local(),
                        historianSays.number("received_per_second").stream()
                                .mapToObj(
                                        it -> WORDS.say("rate", Numbers.text(it, it < 10 ? 1 : 0)))
                                .findFirst()
                                .orElse(WORDS.say("linked"))));
        cloud.setText(linked(now.cloud(), WORDS.say("linked")));
        showHistorian(now, historianSays);
        bridge.setText(WORDS.say("outbox", count(bridgeSays.number("outbox.depth"))));
        dropped.setText(Numbers.text(droppedCount(now)));
        showNewer();
        if (machineAsked.isDue(now.now())) {
            machine.setText(machineSays());
        }
    }

    private void showNewer() {
        String version = desk.updates().newer().map(UpdateAnswer.Newer::version).orElse("");
        newer.setText(version.isEmpty() ? "" : WORDS.say("newer", version));
        newer.setManaged(!version.isEmpty());
    }

    /** What keeps it from recording is said here, in full where the pointer rests. */
    private void showHistorian(Snapshot now, Leaves says) {
        String trouble =
                now.part("Historian")
                        .map(it -> it.status().health())
                        .filter(it -> it.state() == Health.State.DEGRADED)
                        .map(Health::detail)
                        .orElse("");
        if (trouble.isEmpty()) {
            historian.setText(
                    WORDS.say(
                            "stored", count(says.number("stored")), count(says.number("waiting"))));
            historian.setTooltip(null);
        } else if (!trouble.equals(historian.getText())) {
            historian.setText(trouble);
            historian.setTooltip(new Tooltip(trouble));
        }
        historian.setMinWidth(trouble.isEmpty() ? USE_PREF_SIZE : TROUBLE_WIDTH);
        historian.pseudoClassStateChanged(TROUBLED, !trouble.isEmpty());
    }

    private static String linked(LinkState link, String up) {
        return link.isUp() ? up : WORDS.say("down");
    }

    private static String count(OptionalDouble number) {
        return number.isPresent() ? Numbers.text(number.getAsDouble(), 0) : Numbers.NONE;
    }

    private long droppedCount(Snapshot now) {
        long parts =
                now.parts().stream()
                        .map(it -> it.status().health().figures())
                        .mapToLong(it ->
                                (long) it.number("dropped").orElse(0)
                                        + (long) it.number("given_up").orElse(0))
                        .sum();
        return parts + desk.door().dropped();
    }

    private static String machineSays() {
        double load =
                ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        ? system.getProcessCpuLoad()
                        : Double.NaN;
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
        return WORDS.say(
                "machine", Numbers.text(100 * Math.max(0, load), 0), Numbers.text(used, 0));
    }
}
