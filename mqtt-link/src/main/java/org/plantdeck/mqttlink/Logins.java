package org.plantdeck.mqttlink;

import java.util.Optional;

/** Knows by which name a link connects. Threads: any; it may read a file. */
@FunctionalInterface
public interface Logins {

    /** Nobody says who it is. */
    Logins NONE = _ -> Optional.empty();

    /** The login of a link for its next connect; none where it says nothing of itself. */
    Optional<Login> of(LinkSettings link);
}
