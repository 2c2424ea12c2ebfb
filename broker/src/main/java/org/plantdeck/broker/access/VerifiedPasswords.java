package org.plantdeck.broker.access;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and passwords that were found right, so that many that connect again at once cost one
 * verification each. A password stands here only as a code under a key that this process drew and
 * tells nobody. What was found right by one state of the users file holds for that state alone.
 * Threads: any; one lock guards all state.
 */
final class VerifiedPasswords {

    private static final String HMAC = "HmacSHA256";
    private static final int CAPACITY = 10_000;

    private final SecretKeySpec key;

    private final Map<ByteBuffer, Boolean> codes =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
                    return size() > CAPACITY;
                }
            };

    /** The state of the users file the codes are of. */
    private @Nullable UserList state;

    VerifiedPasswords(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, HMAC);
    }

    /** Whether it was found right by this state before. */
    boolean has(UserList ofState, String name, byte[] password) {
        ByteBuffer code = code(name, password);
        synchronized (codes) {
            return state == ofState && codes.get(code) != null;
        }
    }

    /** It was found right by this state. */
    void add(UserList ofState, String name, byte[] password) {
        ByteBuffer code = code(name, password);
        synchronized (codes) {
            if (state != ofState) {
                codes.clear();
                state = ofState;
            }
            codes.put(code, true);
        }
    }

    private ByteBuffer code(String name, byte[] password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
