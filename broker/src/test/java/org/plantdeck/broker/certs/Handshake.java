package org.plantdeck.broker.certs;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Real TLS connections over loopback, with a client certificate required. They all go to one port,
 * so that a client resumes its session where the server lets it.
 */
final class Handshake implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket listener;

    Handshake() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(PATIENCE_MILLIS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** The protocol of a client that trusts a CA and has a bundle or none. */
    static SSLContext client(Path ca, KeyManager... keys)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", Pem.certificates(ca).getFirst());
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /** What a client opens its bundle to. */
    static KeyManager[] keys(KeyStore bundle, char[] password) throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(bundle, password);
        return keys.getKeyManagers();
    }

    /**
     * Connects, checks the host's name, and lets the server send one byte.
     *
     * @return who came in
     * @throws SSLException why the server refused
     */
    String connect(SSLContext server, SSLContext client, String host, String protocol)
            throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<String> outcome = thread.submit(() -> accept(server));
            try (SSLSocket socket = socket(client, host)) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.startHandshake();
                InputStream in = socket.getInputStream();
                if (in.read() != 1) {
                    throw new SSLException("no byte came");
                }
            } catch (IOException refused) {
                if (outcome.get(30, TimeUnit.SECONDS).startsWith("came in: ")) {
                    throw refused;
                }
            }
            return outcome.get(30, TimeUnit.SECONDS);
        }
    }

    private SSLSocket socket(SSLContext client, String host) throws IOException {
        int port = listener.getLocalPort();
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setSoTimeout(PATIENCE_MILLIS);
        SSLSocket socket =
                (SSLSocket) client.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private String accept(SSLContext server) throws IOException {
        try (Socket plain = listener.accept();
                SSLSocket socket =
                        (SSLSocket) server.getSocketFactory().createSocket(plain, null, true)) {
            socket.setNeedClientAuth(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            socket.getOutputStream().write(1);
            X509Certificate who = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return "came in: " + ClientTrust.commonName(who);
        } catch (IOException refused) {
            Throwable why = refused;
            while (why.getCause() != null
                    && !(why instanceof java.security.cert.CertificateException)) {
                why = why.getCause();
            }
            return String.valueOf(why.getMessage());
        }
    }
}
