package org.plantdeck.plcsim.physics;

import java.util.Locale;

/** One number for each constant of an enum: what the sensors read, what the actuators are told. */
final class ProcessImage<E extends Enum<E>> {

    private final String name;
    private final E[] channels;
    private final double[] values;

    ProcessImage(String name, E[] channels) {
        this.name = name;
        this.channels = channels;
        this.values = new double[channels.length];
    }

    @SuppressWarnings("EnumOrdinal") // the place in the image, within one run of the program
    double get(E channel) {
        return values[channel.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal") // the place in the image, within one run of the program
    void set(E channel, double value) {
        values[channel.ordinal()] = value;
    }

    void archive(StateArchive archive) {
        for (E channel : channels) {
            String key = name + "." + channel.name().toLowerCase(Locale.ROOT);
            set(channel, archive.number(key, get(channel)));
        }
    }
}
