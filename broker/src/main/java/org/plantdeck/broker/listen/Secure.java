package org.plantdeck.broker.listen;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslHandler;

import org.plantdeck.broker.certs.ClientTrust;
import org.plantdeck.broker.certs.ServerIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;

/** TLS 1.2 and 1.3 on the connections of one broker. Threads: any. */
final class Secure {

    private static final Logger LOG = LoggerFactory.getLogger(Secure.class);
    private static final String HANDLER = "tls";

    private final ServerIdentity identity;
    private final ChannelGroup connections;

    /**
     * @param connections all there are
     */
    Secure(ServerIdentity identity, ChannelGroup connections) {
        this.identity = identity;
        this.connections = connections;
    }

    void fit(Channel channel, boolean needsCertificate) {
        SSLEngine engine = identity.sslContext().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (needsCertificate) {
            engine.setNeedClientAuth(true);
        } else {
            engine.setWantClientAuth(true);
        }
        channel.pipeline().addLast(HANDLER, new SslHandler(engine));
    }

    /** Who the client's certificate says it is. */
    static Optional<String> commonName(Channel channel) {
        return certificate(channel).map(ClientTrust::commonName);
    }

    private static Optional<X509Certificate> certificate(Channel channel) {
        if (!(channel.pipeline().get(HANDLER) instanceof SslHandler handler)) {
            return Optional.empty();
        }
        try {
            return handler.engine().getSession().getPeerCertificates()[0]
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /** Ends the connections whose certificate has been revoked since. */
    void endRevoked() {
        Set<BigInteger> revoked = identity.clients().revoked();
        if (revoked.isEmpty()) {
            return;
        }
        for (Channel channel : connections) {
            certificate(channel)
                    .filter(it -> revoked.contains(it.getSerialNumber()))
                    .ifPresent(it -> {
                        LOG.atInfo()
                                .addKeyValue("name", ClientTrust.commonName(it))
                                .log("Its certificate was revoked; the connection is ended");
                        var _ = channel.close();
                    });
        }
    }
}
