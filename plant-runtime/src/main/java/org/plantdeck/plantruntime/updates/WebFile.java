package org.plantdeck.plantruntime.updates;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/**
 * A file on a web server. It is asked for by a plain GET, without cookies and passwords; it may
 * send on to another address, but not from https to http. Threads: any; one reads at a time,
 * another may give up.
 */
final class WebFile {

    /** Without it Java would send its own name and version. */
    private static final String AGENT = "PlantDeck";

    private static final String ENDED = "the check was ended; check again";

    private static final int FOUND = 200;
    private static final int FIRST_ELSEWHERE = 300;
    private static final int FIRST_WRONG = 400;

    private final URI url;
    private final Duration patience;
    private volatile Future<?> asked = CompletableFuture.completedFuture("nothing");

    /**
     * @param patience how long the server may take to answer in full
     */
    WebFile(URI url, Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    static HttpClient client(Duration patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /** Its beginning: one byte more at most than a file of versions may have. */
    byte[] read() throws Unread {
        HttpClient client = client(patience);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url).setHeader("User-Agent", AGENT).GET().build();
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, _ -> new FirstBytes(VersionFile.MOST_BYTES + 1));
            asked = answer;
            return body(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new Unread(reason(e.getCause()), e);
        } catch (TimeoutException late) {
            throw new Unread(late(), late);
        } catch (CancellationException ended) {
            throw new Unread(ENDED, ended);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Unread(ENDED, hurried);
        } finally {
            client.shutdownNow();
        }
    }

    private static byte[] body(HttpResponse<byte[]> response) throws Unread {
        int status = response.statusCode();
        if (status == FOUND) {
            return response.body();
        }
        boolean elsewhere = status >= FIRST_ELSEWHERE && status < FIRST_WRONG;
        throw new Unread(
                elsewhere
                        ? "the server sends on to an address that is not followed (HTTP %d); set %s to where the file is now"
                                .formatted(status, UpdateKeys.name())
                        : "the server answers HTTP %d; check %s"
                                .formatted(status, UpdateKeys.name()),
                null);
    }

    private String late() {
        return "no answer within %d s; check the network and %s"
                .formatted(patience.toSeconds(), UpdateKeys.name());
    }

    private String reason(@Nullable Throwable failure) {
        if (failure instanceof CancellationException) {
            return ENDED;
        }
        if (failure instanceof HttpTimeoutException) {
            return late();
        }
        if (failure instanceof SSLException) {
            return "no safe connection to %s (%s); check its certificate"
                    .formatted(url.getHost(), failure.getMessage());
        }
        if (failure instanceof UnknownHostException
                || (failure != null && failure.getCause() instanceof UnresolvedAddressException)) {
            return "the host %s is not known; check the network and %s"
                    .formatted(url.getHost(), UpdateKeys.name());
        }
        if (failure instanceof ConnectException) {
            return "%s takes no connections; check the network and %s"
                    .formatted(url.getAuthority(), UpdateKeys.name());
        }
        return failure + "; check again";
    }

    /** Ends the reading that is under way. */
    void giveUp() {
        asked.cancel(true);
    }
}
