package org.plantdeck.plantruntime.ports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command of a system that lists who listens on a port. Threads: any. */
enum ListenerCommand {

    /** macOS and others; {@code -F p} prints a line {@code p812} for each process. */
    LSOF {
        @Override
        List<String> command(int port) {
            return List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp");
        }

        @Override
        OptionalLong read(String said, int port) {
            return said.lines()
                    .filter(it -> it.matches("p\\d+"))
                    .mapToLong(it -> Long.parseLong(it.substring(1)))
                    .findFirst();
        }
    },

    /**
     * Windows. Its word for the state is that of the user's language, so a listener is known by the
     * far address, which has port 0.
     */
    NETSTAT {
        @Override
        List<String> command(int port) {
            return List.of("netstat", "-ano");
        }

        @Override
        OptionalLong read(String said, int port) {
            return said.lines()
                    .map(it -> it.strip().split("\\s+"))
                    .filter(it -> it.length == COLUMNS && it[0].startsWith("TCP"))
                    .filter(it -> it[1].endsWith(":" + port) && it[2].endsWith(":0"))
                    .filter(it -> it[COLUMNS - 1].matches("\\d+"))
                    .mapToLong(it -> Long.parseLong(it[COLUMNS - 1]))
                    .findFirst();
        }
    };

    /** Protocol, near and far address, state, process. */
    private static final int COLUMNS = 5;

    private static final long PATIENCE_SECONDS = 2;

    /** The command and its arguments. */
    abstract List<String> command(int port);

    /** The process, from what the command has said; empty where it names none. */
    abstract OptionalLong read(String said, int port);

    /** Asks it; empty where it is not there, fails or takes too long. */
    final OptionalLong listener(int port) {
        return read(said(command(port)), port);
    }

    /** What a command says within its time; nothing where it is not there or takes longer. */
    static String said(List<String> command) {
        Process asked;
        try {
            asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notThere) {
            return "";
        }
        CompletableFuture<String> all =
                CompletableFuture.supplyAsync(() -> all(asked), Thread::startVirtualThread);
        try {
            return all.completeOnTimeout("", PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } finally {
            asked.destroyForcibly();
        }
    }

    /** Read while it speaks: a command waits for who does not listen. */
    private static String all(Process asked) {
        try (InputStream in = asked.getInputStream()) {
            asked.getOutputStream().close();
            return new String(in.readAllBytes(), Charset.defaultCharset());
        } catch (IOException ended) {
            return "";
        }
    }
}
