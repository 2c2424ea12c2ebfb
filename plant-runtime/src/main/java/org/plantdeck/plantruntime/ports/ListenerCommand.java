package org.plantdeck.plantruntime.ports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
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
            return List.of("netstat", "-ano", "-p", "tcp");
        }

        @Override
        OptionalLong read(String said, int port) {
            return said.lines()
                    .map(it -> it.strip().split("\\s+"))
                    .filter(it -> it.length == COLUMNS)
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
        try {
            Process asked = new ProcessBuilder(command(port)).redirectErrorStream(true).start();
            asked.getOutputStream().close();
            if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return OptionalLong.empty();
            }
            byte[] said = asked.getInputStream().readAllBytes();
            return read(new String(said, Charset.defaultCharset()), port);
        } catch (IOException notThere) {
            return OptionalLong.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
