package org.plantdeck.bench.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for the brokers of a run, below those an operating system gives to outgoing connections: a
 * port from there could go to one of the thousands of clients.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;

    private static int next = Math.floorMod(ProcessHandle.current().pid() * 89, COUNT);

    private Ports() {}

    /** A port of the loopback address nobody listens on; each is given once. */
    static synchronized int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + next;
            next = (next + 1) % COUNT;
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
        throw new SubjectFailure("no port is free from " + FIRST + " on");
    }
}
