package org.plantdeck.app;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.welcome.StartPane;
import org.plantdeck.app.welcome.WelcomePane;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.Remedy;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * From the window to the desk in it: what a first start asks, how the parts come up, and what is
 * said where they do not. Threads: the screen's; what may take its time is done on another.
 */
final class DeskBeginning {

    private static final Logger LOG = LoggerFactory.getLogger(DeskBeginning.class);
    private static final Words WORDS = Words.of(DeskBeginning.class);

    /** Takes a first start's screen without scrolling. */
    private static final double WIDTH = 1_280;

    private static final double HEIGHT = 800;

    /** What a process ends with whose settings cannot be used. */
    private static final int WRONG_SETTINGS = 2;

    /** And one that fails in another way. */
    private static final int FAILED = 1;

    private final Stage stage;
    private final SessionStart start;
    private final Consumer<PlantSession> begun;
    private final IntConsumer exitCode;
    private final Executor beside =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("beginning-", 0).factory());

    /**
     * @param begun gets the session
     * @param exitCode hears what the process is to end with, where none begins
     */
    DeskBeginning(
            Stage stage, SessionStart start, Consumer<PlantSession> begun, IntConsumer exitCode) {
        this.stage = stage;
        this.start = start;
        this.begun = begun;
        this.exitCode = exitCode;
    }

    /** Opens the window, and begins behind it. */
    void open() {
        show(new StartPane());
        Look.mark(stage);
        stage.setTitle("PlantDeck");
        beside(this::askOrBegin);
        beside(FiguresTable::prepare);
        stage.show();
    }

    private void show(Parent root) {
        Scene before = stage.getScene();
        if (before == null) {
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            Look.dress(scene, Theme.GREY);
            stage.setScene(scene);
        } else {
            before.setRoot(root);
        }
    }

    private void askOrBegin() throws SessionFailure {
        Optional<FirstChoice> choice = start.firstChoice();
        if (choice.isPresent()) {
            Toolkit.SCREEN.execute(() -> ask(choice.get()));
        } else {
            begin();
        }
    }

    /** Something that may take its time and may fail. */
    private interface Step {
        void take() throws SessionFailure;
    }

    /** The boundary at which whatever keeps a session from beginning becomes a sentence. */
    private void beside(Step step) {
        beside.execute(() -> {
            try {
                step.take();
            } catch (SessionFailure failure) {
                Toolkit.SCREEN.execute(() -> tell(failure));
            } catch (SettingsFailure failure) {
                tellLater(failure.sentence(), WRONG_SETTINGS, failure);
            } catch (RuntimeException | LinkageError e) {
                LOG.atError().setCause(e).log("PlantDeck could not begin");
                tellLater(WORDS.say("failed.unforeseen", e), FAILED, e);
            }
        });
    }

    private void tellLater(String sentence, int exit, Throwable cause) {
        Toolkit.SCREEN.execute(() -> tell(new SessionFailure(sentence, exit, cause)));
    }

    private void ask(FirstChoice choice) {
        choice.whenWanted(() -> Toolkit.SCREEN.execute(() -> front(stage)));
        WelcomePane pane = new WelcomePane(choice, Toolkit.SCREEN);
        pane.whenChosen(() -> {
            pane.close();
            stage.setOnHidden(null);
            beginAfter(choice::close);
        });
        stage.setOnHidden(_ -> {
            pane.close();
            beside(choice::close);
        });
        show(pane);
    }

    private void begin() throws SessionFailure {
        PlantSession session =
                start.begin(parts ->
                        Toolkit.SCREEN.execute(() -> {
                            if (stage.getScene().getRoot() instanceof StartPane pane) {
                                pane.follow(parts);
                            }
                        }));
        Toolkit.SCREEN.execute(() -> begun.accept(session));
    }

    /** A window that is there already is the one somebody wants to see. */
    static void front(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** The words of the command line, in a dialog. */
    private void tell(SessionFailure failure) {
        exitCode.accept(failure.exitCode());
        System.err.println("plantdeck: " + failure.sentence());
        if (failure.isShownElsewhere()) {
            stage.close();
            return;
        }
        ButtonType close = new ButtonType(WORDS.say("close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Optional<ButtonType> help =
                failure.remedy()
                        .map(it -> new ButtonType(it.offer(), ButtonBar.ButtonData.OK_DONE));
        Alert alert = dialog(failure.sentence(), close);
        help.ifPresent(alert.getButtonTypes()::add);
        for (ButtonType each : alert.getButtonTypes()) {
            Region button = (Region) alert.getDialogPane().lookupButton(each);
            button.setMinWidth(Region.USE_PREF_SIZE);
            ButtonBar.setButtonUniformSize(button, false);
            button.getStyleClass()
                    .add(each.equals(help.orElse(close)) ? "act-button" : "command-button");
        }
        Optional<ButtonType> pressed = alert.showAndWait();
        if (help.isPresent() && pressed.equals(help)) {
            failure.remedy().ifPresent(this::mend);
        } else {
            stage.close();
        }
    }

    private Alert dialog(String sentence, ButtonType close) {
        Alert alert = new Alert(Alert.AlertType.NONE, sentence, close);
        alert.initOwner(stage);
        alert.setTitle(WORDS.say("failed.title"));
        alert.setHeaderText(WORDS.say("failed.title"));
        alert.getDialogPane().setMinWidth(560);
        Look.dress(alert.getDialogPane().getScene(), Theme.GREY);
        return alert;
    }

    private void mend(Remedy remedy) {
        exitCode.accept(0);
        beginAfter(remedy.act());
    }

    private void beginAfter(Runnable act) {
        show(new StartPane());
        beside(() -> {
            act.run();
            begin();
        });
    }
}
