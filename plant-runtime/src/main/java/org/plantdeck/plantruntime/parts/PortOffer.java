package org.plantdeck.plantruntime.parts;

/**
 * What there is to say of a port before a broker opens it.
 *
 * @param wanted the port that was asked about
 * @param obstacle why it could not, to go on after the port, such as {@code is taken by mosquitto
 *     (process 812)}; empty where it is free
 * @param instead the next port that is free; the wanted one where that is, 0 where none is
 */
public record PortOffer(int wanted, String obstacle, int instead) {

    /** Whether a broker could open the port just now. */
    public boolean isFree() {
        return wanted == instead;
    }
}
