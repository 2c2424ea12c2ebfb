package org.plantdeck.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.parts.PartControl.Act;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;
import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsReader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class PartControlTest {

    @TempDir private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Door door = new Door(Runnable::run);
    private int port;
    private DataDirectory directory;
    private PartGroup group;
    private PartControl control;

    @BeforeEach
    void startABroker() throws IOException {
        port = FreePorts.one();
        directory = DataDirectory.open(folder);
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(),
                        directory.settingsFile(),
                        List.of("local-broker.port=" + port));
        group =
                new Assembly(settings, directory, InstantSource.system(), "test")
                        .assemble(
                                EnumSet.of(PartName.LOCAL_BROKER),
                                new PlantStart(List.of(), false));
        group.start();
        control = new PartControl(group, door, told::add);
    }

    @AfterEach
    void end() {
        control.close();
        group.close();
        door.close();
    }

    private String told() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void whatIsDoneAndWhatCameOfItIsTold() throws Exception {
        control.carryOut(Act.STOP, PartName.LOCAL_BROKER);
        assertThat(told()).isEqualTo("Local broker is stopping …");
        assertThat(told()).isEqualTo("Local broker was stopped");
        assertThat(group.state(PartName.LOCAL_BROKER)).isEqualTo(PartState.STOPPED);

        control.carryOut(Act.START, PartName.LOCAL_BROKER);
        assertThat(told()).isEqualTo("Local broker is starting …");
        assertThat(told()).isEqualTo("Local broker was started");
        assertThat(group.state(PartName.LOCAL_BROKER)).isEqualTo(PartState.RUNNING);
    }

    @Test
    void aPortThatWasTakenMeanwhileIsToldInTheWordsOfTheBroker() throws Exception {
        control.carryOut(Act.STOP, PartName.LOCAL_BROKER);
        told();
        told();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            control.carryOut(Act.START, PartName.LOCAL_BROKER);
            told();
            assertThat(told()).startsWith("Local broker: ").contains(Integer.toString(port));
        }
        assertThat(group.state(PartName.LOCAL_BROKER)).isEqualTo(PartState.STOPPED);
        assertThat(control.isBusy()).isFalse();
    }

    @Test
    void aClosedControlTellsNothingMore() {
        control.close();
        control.carryOut(Act.STOP, PartName.LOCAL_BROKER);

        assertThat(told).isEmpty();
        assertThat(group.state(PartName.LOCAL_BROKER)).isEqualTo(PartState.RUNNING);
    }
}
