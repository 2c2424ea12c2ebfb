package org.plantdeck.plantruntime.parts;

/**
 * What there is to say of a port before a broker opens it.
 *
 * @param wanted the port that was asked about
 * @param isFree whether a broker could open it just now
 * @param holder who has it, such as {@code mosquitto (process 812)}; "another program" where the
 *     system does not tell, empty where it is free
 * @param instead the next port that is free; the wanted one where that is, 0 where none is
 */
public record PortOffer(int wanted, boolean isFree, String holder, int instead) {}
