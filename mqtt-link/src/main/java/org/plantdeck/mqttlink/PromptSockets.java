package org.plantdeck.mqttlink;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets that send small packets at once, for a delayed acknowledgement costs tens of
 * milliseconds, and read all that has come at once: the client library asks for the head of a
 * packet byte by byte, and each would be a call to the system.
 */
final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        return new PromptSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(
                new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(
                new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private static Socket connected(InetSocketAddress to) throws IOException {
        return connected(to, new InetSocketAddress(0));
    }

    private static Socket connected(InetSocketAddress to, InetSocketAddress from)
            throws IOException {
        Socket socket = new PromptSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class PromptSocket extends Socket {

        private static final int READ_AHEAD = 16 * 1024;

        private @Nullable InputStream input;

        PromptSocket() throws IOException {
            setTcpNoDelay(true);
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            InputStream present = input;
            if (present == null) {
                present = new BufferedInputStream(super.getInputStream(), READ_AHEAD);
                input = present;
            }
            return present;
        }
    }
}
