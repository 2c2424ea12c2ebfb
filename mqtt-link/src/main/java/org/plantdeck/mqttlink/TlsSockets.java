package org.plantdeck.mqttlink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets that speak TLS, insist that the broker's certificate is for the name it was looked up by,
 * and send small packets at once. Reading ahead is TLS's own: it reads a record at a time.
 */
final class TlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory sockets;

    TlsSockets(SSLContext context) {
        sockets = context.getSocketFactory();
    }

    @Override
    public Socket createSocket() throws IOException {
        return strict(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return strict(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return strict(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closes)
            throws IOException {
        return strict(sockets.createSocket(below, host, port, closes));
    }

    private static Socket strict(Socket socket) throws IOException {
        if (!(socket instanceof SSLSocket secure)) {
            throw new IOException("no TLS in " + socket);
        }
        secure.setTcpNoDelay(true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        return secure;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
