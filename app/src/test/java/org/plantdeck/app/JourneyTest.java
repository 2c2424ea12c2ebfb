package org.plantdeck.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.desk.DeskOpening;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.shell.DeskWindows;
import org.plantdeck.app.shell.ShellPane;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Ways through the desktop over a whole plant, by keyboard and mouse. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final String POWER = "factory/energy/power_consumption";
    private static final String HALL = "factory/environment/temperature";
    private static final String STATUS = "factory/line1/status";

    @TempDir static Path folder;

    private static PlantAtHand plant;
    private static Desk desk;
    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void openTheDesk() throws Exception {
        plant = new PlantAtHand(folder);
        Stage stage = FxToolkit.registerPrimaryStage();
        new FxRobot()
                .interact(() -> {
                    Look.load();
                    desk = DeskOpening.open(plant, Toolkit.SCREEN);
                    new DeskWindows(desk, DeskScreens.ALL).openMain(stage, "overview");
                });
    }

    @AfterAll
    static void closeTheDesk() throws Exception {
        FxToolkit.hideStage();
        desk.close();
        plant.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    }

    private static double number(String tag) {
        return desk.live().now().shown(tag).number();
    }

    private static String text(String tag) {
        return desk.live().now().shown(tag).text();
    }

    private boolean shows(String words) {
        return robot.lookup(it -> it instanceof Labeled label && isShown(it, label, words))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(Node node, Labeled label, String words) {
        return node.isVisible() && label.getText() != null && label.getText().contains(words);
    }

    private ButtonBase button(String words) {
        return robot.lookup(it ->
                        it instanceof ButtonBase button
                                && button.isVisible()
                                && words.equals(button.getText()))
                .queryAs(ButtonBase.class);
    }

    private void go(String screen) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write(screen);
        robot.type(KeyCode.ENTER);
        awaitWhole();
    }

    private void goToNextUnit() throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        awaitWhole();
    }

    /** A screen that is opened comes bit by bit. */
    private void awaitWhole() throws Exception {
        ShellPane shell = robot.lookup(".shell").queryAs(ShellPane.class);
        await(() -> WaitForAsyncUtils.asyncFx(shell::isComplete).get());
    }

    @Test
    @Order(1)
    void whoStopsTheLineOnHmi1SeesPowerFallOnHmi2() throws Exception {
        await(() -> text(STATUS).equals("running") && number(POWER) > 90);
        goToNextUnit();
        await(() -> shows("Line 1 · HMI1") && !button("Stop").isDisabled());

        press(button("Stop"));
        await(() -> shows("The line runs down"));
        robot.type(KeyCode.ENTER);

        await(() -> shows("stop, maria") && shows("done, accepted in"));
        await(() -> text(STATUS).equals("stopped"));
        goToNextUnit();
        await(() -> shows("Energy · HMI2"));
        await(() -> number(POWER) < 75);
        assertThat(shows("contract")).isTrue();
    }

    @Test
    @Order(2)
    void aCommandThatIsNotAllowedIsNotOffered() throws Exception {
        go("hmi1");
        await(() -> shows("Line 1 · HMI1") && !button("Reset").isDisabled());
        assertThat(button("Start").isDisabled()).isTrue();
        assertThat(button("Hold").isDisabled()).isTrue();
    }

    @Test
    @Order(3)
    void whoResetsAndStartsTheLineSeesItRunAgain() throws Exception {
        await(() -> shows("Line 1 · HMI1") && !button("Reset").isDisabled());
        press(button("Reset"));
        await(() -> shows("The line goes to Idle and can be started."));
        robot.type(KeyCode.ENTER);

        await(() -> shows("reset, maria") && !button("Start").isDisabled());
        press(button("Start"));
        await(() -> shows("The warning sounds"));
        robot.type(KeyCode.ENTER);

        await(() -> shows("start, maria") && shows("done, accepted in"));
        await(() -> text(STATUS).equals("running") && number(POWER) > 90);
    }

    @Test
    @Order(4)
    void whatWasRecordedIsExportedAsCsv() throws Exception {
        Path file = folder.resolve("hour.csv");
        go("historian");
        await(() -> shows("Range in view") || shows("Export …"));
        press(button("Export …"));
        await(() -> shows("Export to CSV"));
        TextField field =
                robot.lookup(it ->
                                it instanceof TextField text
                                        && text.isVisible()
                                        && String.valueOf(text.getAccessibleText())
                                                .contains("File to export to"))
                        .query();
        robot.interact(() -> field.setText(file.toString()));
        robot.clickOn(button("Export to CSV"));

        await(() -> shows("rows are in"));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("timestamp," + POWER);
        assertThat(lines).hasSizeGreaterThan(10);
    }

    @Test
    @Order(5)
    void aFaultStartedOnItsScreenIsSeenAcknowledgedAndEnded() throws Exception {
        go("faults");
        await(() -> shows("What can break"));
        ListView<?> kinds = robot.lookup(".kind-list").query();
        robot.interact(kinds::requestFocus);
        robot.type(KeyCode.HOME).type(KeyCode.DOWN, 4);
        await(() -> shows("The grid's voltage falls on all phases"));
        robot.type(KeyCode.TAB).write("15").type(KeyCode.ENTER);
        await(() -> shows("Voltage dip of 15 % begins at once"));
        robot.type(KeyCode.ENTER);

        await(() -> shows("Voltage dip was started") && shows("1 act, 0 wait"));
        await(() -> shows("Voltage L1 to L2 low"));
        long waiting = desk.alarms().waiting().size();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.A);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> !shows("Voltage L1 to L2 low"));
        assertThat(waiting).isPositive();

        robot.interact(() -> button("End fault").requestFocus());
        robot.type(KeyCode.SPACE);
        await(() -> shows("What broke is whole again; what it did"));
        robot.type(KeyCode.ENTER);
        await(() -> shows("Voltage dip was ended") && shows("the plant is sound"));
        await(() -> number("factory/energy/voltages.L1") > 380);
    }

    @Test
    @Order(6)
    void aPlcThatIsStoppedLeavesItsValuesStaleUntilItIsStarted() throws Exception {
        go("status");
        await(() -> shows("all parts online"));
        act("Stop PLC3");
        await(() -> shows("the values of the hall go stale"));
        robot.type(KeyCode.ENTER);

        await(() -> shows("PLC3 was stopped") && shows("PLC3 is stopped"));
        await(() -> desk.live().now().shown(HALL).freshness().isStale());
        act("Start PLC3");
        await(() -> shows("Start PLC3?"));
        robot.type(KeyCode.ENTER);

        await(() -> shows("PLC3 was started") && shows("all parts online"));
        await(() -> !desk.live().now().shown(HALL).freshness().isStale());
    }

    private void act(String accessibleText) {
        ButtonBase button =
                robot.lookup(it -> it.isVisible() && accessibleText.equals(it.getAccessibleText()))
                        .queryAs(ButtonBase.class);
        press(button);
    }

    private void press(ButtonBase button) {
        robot.interact(button::requestFocus);
        robot.type(KeyCode.SPACE);
    }
}
