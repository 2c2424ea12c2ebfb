package org.plantdeck.mqttlink;

import org.plantdeck.signal.PartFailure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** Knows whom a link trusts over TLS and how it shows who it is. Threads: any; it reads files. */
@FunctionalInterface
public interface TlsContexts {

    /** Trusts whom Java trusts, and shows nothing. */
    TlsContexts USUAL = _ -> new TlsFiles(List.of(), true, Optional.empty()).context(Instant.now());

    /**
     * What the next connection of a link is made with; asked for {@code ssl} and {@code wss} only.
     *
     * @throws PartFailure where a file cannot be used, in a sentence that names it
     */
    SSLContext of(LinkSettings link);
}
