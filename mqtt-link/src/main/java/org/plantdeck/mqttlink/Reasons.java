package org.plantdeck.mqttlink;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLException;

/** Why a connection failed, in words for an operator. Threads: any. */
final class Reasons {

    /** What a broker says by a TLS alert, by the name Java gives the alert. */
    private static final Map<String, String> ALERTS =
            Map.ofEntries(
                    Map.entry(
                            "certificate_required",
                            "the broker wants a client certificate and none is set"),
                    Map.entry(
                            "certificate_revoked", "the broker refuses the certificate as revoked"),
                    Map.entry(
                            "certificate_expired", "the broker refuses the certificate as expired"),
                    Map.entry(
                            "unknown_ca",
                            "the broker does not know the CA that issued the certificate"),
                    Map.entry("bad_certificate", "the broker refuses the certificate"),
                    Map.entry("certificate_unknown", "the broker refuses the certificate"),
                    Map.entry("access_denied", "the broker refuses the certificate"),
                    Map.entry(
                            "protocol_version",
                            "the broker speaks no version of TLS that is safe (1.2 or 1.3)"),
                    Map.entry(
                            "handshake_failure",
                            "the broker ended the TLS handshake; it may want a client"
                                    + " certificate"));

    private static final List<String> UNTRUSTED =
            List.of(
                    "unable to find valid certification path",
                    "signature check failed",
                    "path does not chain",
                    "trustanchors parameter must be non-empty");

    private static final String ENDED = "the broker ended the connection";

    private Reasons() {}

    /**
     * The same of an attempt to connect. Over TLS 1.3 a broker judges a certificate when the client
     * is through with the handshake already, and may be gone before its alert has been read.
     */
    static String ofAttempt(Throwable failure, URI broker) {
        String words = of(failure);
        return words.equals(ENDED) && Approach.isSecure(broker)
                ? words + "; over TLS that may be a client certificate it misses or refuses"
                : words;
    }

    /** The words; of TLS in plain ones, else those of the innermost cause. */
    static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return "connection lost";
        }
        Throwable deepest = failure;
        SSLException tls = null;
        CertificateException certificate = null;
        for (Throwable one = failure; one != null; one = one.getCause()) {
            deepest = one;
            tls = one instanceof SSLException found ? found : tls;
            certificate = one instanceof CertificateException found ? found : certificate;
        }
        String said = deepest.getMessage();
        String words = said == null || said.isBlank() ? deepest.getClass().getSimpleName() : said;
        if (tls != null || certificate != null) {
            return ofTls(words, certificate);
        }
        return switch (deepest) {
            case UnknownHostException unknown -> "no address is known for " + unknown.getMessage();
            case EOFException _ -> ENDED;
            case SocketException _
                    when words.startsWith("Broken pipe") || words.startsWith("Connection reset") ->
                    ENDED;
            default -> words;
        };
    }

    private static String ofTls(String said, @Nullable CertificateException certificate) {
        String words = said.toLowerCase(Locale.ROOT);
        if (UNTRUSTED.stream().anyMatch(words::contains)) {
            return "the broker's certificate is from a CA that is not trusted here";
        }
        if (words.contains("notafter")) {
            return "the broker's certificate is past its end";
        }
        if (words.contains("notbefore")) {
            return "the broker's certificate is not valid yet; is the clock of this machine right?";
        }
        if (words.contains("no subject alternative") || words.contains("no name matching")) {
            return "the broker's certificate is for another name than the one in the URL";
        }
        if (words.contains("unsupported or unrecognized ssl message")
                || words.contains("shut down incorrectly")) {
            return "the broker ended the TLS handshake; is it TLS that is spoken on that port?";
        }
        for (Map.Entry<String, String> alert : ALERTS.entrySet()) {
            if (words.contains(alert.getKey())) {
                return alert.getValue();
            }
        }
        return (certificate == null ? "TLS failed: " : "the broker's certificate is not accepted: ")
                + said;
    }
}
