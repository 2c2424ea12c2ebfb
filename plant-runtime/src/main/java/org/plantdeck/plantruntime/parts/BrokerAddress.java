package org.plantdeck.plantruntime.parts;

/**
 * A broker that somebody has, as it is typed.
 *
 * @param url such as {@code ssl://broker.example:8883}; blank for none
 * @param username who the parts say they are there; blank for nobody
 * @param password and how they show it; blank for none
 * @param authority a PEM file of the CAs to trust, where the URL is ssl or wss; blank for Java's
 */
public record BrokerAddress(String url, String username, String password, String authority) {

    /** No broker. */
    public static final BrokerAddress NONE = new BrokerAddress("", "", "", "");

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return "BrokerAddress[" + url + "]";
    }

    /** Whether there is one. */
    public boolean isGiven() {
        return !url.isBlank();
    }
}
