package org.plantdeck.broker.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Packets byte by byte, also such as no client library makes. */
final class Raw {

    /** Flags of a CONNECT. */
    static final int CLEAN = 0x02;

    static final int WILL = 0x04;
    static final int WILL_RETAINED = 0x20;
    static final int PASSWORD = 0x40;
    static final int USER = 0x80;

    private Raw() {}

    /** A packet with the length that its parts have. */
    static byte[] packet(int first, byte[]... parts) {
        byte[] body = joined(parts);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int rest = body.length;
        do {
            packet.write(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
            rest >>= 7;
        } while (rest > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** A CONNECT of MQTT 3.1.1 with a keep-alive of a minute. */
    static byte[] connect(int flags, byte[]... payload) {
        return packet(0x10, text("MQTT"), bytes(4, flags), number(60), joined(payload));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A text behind its length. */
    static byte[] text(String text) {
        return counted(text.getBytes(UTF_8));
    }

    /** Bytes behind their length. */
    static byte[] counted(byte... bytes) {
        return joined(number(bytes.length), bytes);
    }

    static byte[] number(int number) {
        return bytes(number >> 8, number);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
