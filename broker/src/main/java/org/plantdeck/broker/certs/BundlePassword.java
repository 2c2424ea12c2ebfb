package org.plantdeck.broker.certs;

import java.security.SecureRandom;

/** Passwords for the files clients are given. */
public final class BundlePassword {

    /** Nothing that looks like something else when it is typed from a slip of paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BundlePassword() {}

    /** A new password: 20 letters and digits, drawn from about 2 to the 99th. Threads: any. */
    public static char[] random() {
        char[] password = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            password[i] = LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
        }
        return password;
    }
}
