package org.plantdeck.mqttlink;

/**
 * A user name and password for a broker.
 *
 * @param user as the broker knows it
 * @param password as it is
 */
public record Login(String user, String password) {

    /** Without the password: it is for no log. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
