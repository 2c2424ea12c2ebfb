package org.plantdeck.broker;

import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Properties;

/** A broker by Moquette. Threads: one lock guards the server; Moquette brings its own threads. */
final class MoquetteBroker implements EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(MoquetteBroker.class);

    /**
     * Largest packet taken, in bytes; Moquette's own 8 kB would disconnect the publisher of a
     * larger one.
     */
    private static final int MESSAGE_BYTES_MAX = 1024 * 1024;

    /**
     * Commands that may wait for one session. Moquette drops what is beyond, already acknowledged
     * to its publisher, so this is far above what the suite's publishers may have in flight
     * together.
     */
    private static final int SESSION_QUEUE_SIZE = 65_536;

    /**
     * Between two saves of sessions and retained messages; what changed since is lost by a killed
     * process.
     */
    private static final int SAVE_INTERVAL_SECONDS = 1;

    private final BrokerSettings settings;
    private final Object lock = new Object();
    private @Nullable Server server;

    MoquetteBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        synchronized (lock) {
            if (server != null) {
                return;
            }
            makeDirectory();
            requireFreePort();
            Server starting = new Server();
            try {
                starting.startServer(config());
            } catch (IOException | RuntimeException e) {
                starting.stopServer();
                throw new PartFailure(
                        settings.name()
                                + " cannot start in "
                                + settings.directory()
                                + ": "
                                + e.getMessage(),
                        e);
            }
            server = starting;
            LOG.atInfo()
                    .addKeyValue("broker", settings.name())
                    .addKeyValue("bind", settings.bind())
                    .addKeyValue("port", settings.port())
                    .log("Listening");
        }
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw new PartFailure(
                    settings.name()
                            + " cannot write to "
                            + settings.directory()
                            + "; choose a directory of yours with --data DIR",
                    e);
        }
    }

    /** Moquette leaks threads where its port is taken, so it is tried before. */
    private void requireFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(
                    new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()));
        } catch (IOException e) {
            throw new PartFailure(
                    settings.name()
                            + ".port "
                            + settings.port()
                            + " on "
                            + settings.bind()
                            + " cannot be opened ("
                            + e.getMessage()
                            + "); end what uses it or set another port",
                    e);
        }
    }

    private IConfig config() {
        Properties properties = new Properties();
        properties.setProperty(IConfig.HOST_PROPERTY_NAME, settings.bind());
        properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(settings.port()));
        properties.setProperty(
                IConfig.WEB_SOCKET_PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        properties.setProperty(
                IConfig.DATA_PATH_PROPERTY_NAME, settings.directory().toAbsolutePath().toString());
        properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "true");
        properties.setProperty(
                BrokerConstants.AUTOSAVE_INTERVAL_PROPERTY_NAME,
                Integer.toString(SAVE_INTERVAL_SECONDS));
        properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        properties.setProperty(BrokerConstants.ALLOW_ZERO_BYTE_CLIENT_ID_PROPERTY_NAME, "true");
        properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        properties.setProperty(
                IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(MESSAGE_BYTES_MAX));
        properties.setProperty(BrokerConstants.NETTY_TCP_NODELAY_PROPERTY_NAME, "true");
        properties.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
        properties.setProperty(IConfig.SESSION_QUEUE_SIZE, Integer.toString(SESSION_QUEUE_SIZE));
        return new MemoryConfig(properties);
    }

    @Override
    public void stop() {
        synchronized (lock) {
            if (server != null) {
                server.stopServer();
                server = null;
                LOG.atInfo().addKeyValue("broker", settings.name()).log("Stopped");
            }
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (lock) {
            return server != null;
        }
    }

    @Override
    public int clientCount() {
        synchronized (lock) {
            return server == null ? 0 : server.listConnectedClients().size();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
