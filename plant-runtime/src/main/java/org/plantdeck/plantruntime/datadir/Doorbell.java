package org.plantdeck.plantruntime.datadir;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a second start on a data directory finds the desktop of the first, and has it show itself: a
 * local socket in the directory, which only its owner can open. Whoever connects has rung; nothing
 * is said. Threads: any.
 */
public final class Doorbell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

    private final ServerSocketChannel server;
    private final Path file;

    private Doorbell(ServerSocketChannel server, Path file) {
        this.server = server;
        this.file = file;
    }

    static Path fileIn(Path directory) {
        return directory.resolve("locks").resolve("desktop.sock");
    }

    /**
     * Rings at a data directory, which need not exist.
     *
     * @return whether somebody is there
     */
    public static boolean ring(Path directory) {
        Path file = fileIn(directory);
        if (Files.notExists(file)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(file));
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Answers from now on, for the process that holds the directory's parts. Where the system lets
     * nobody listen there (its paths may be too long for that), a second start is refused as
     * before, and the log says why.
     *
     * @param rung called on a thread of the bell, each time
     */
    static Doorbell answer(Path directory, Runnable rung) {
        Path file = fileIn(directory);
        ServerSocketChannel server;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException | UnsupportedOperationException e) {
            throw new IllegalStateException("local sockets are not to be had", e);
        }
        Doorbell bell = new Doorbell(server, file);
        try {
            // what a process left that was killed
            Files.deleteIfExists(file);
            server.bind(UnixDomainSocketAddress.of(file));
            Thread.ofPlatform().name("doorbell").daemon().start(() -> bell.listen(rung));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("A second start rings in vain");
        }
        return bell;
    }

    private void listen(Runnable rung) {
        while (server.isOpen()) {
            try (SocketChannel _ = server.accept()) {
                rung.run();
            } catch (AsynchronousCloseException over) {
                return;
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("file", file).setCause(e).log("The bell does not ring");
                return;
            }
        }
    }

    /** Answers no more. Does nothing the second time. */
    @Override
    public void close() {
        if (!server.isOpen()) {
            return;
        }
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("The bell stays behind");
        }
    }
}
