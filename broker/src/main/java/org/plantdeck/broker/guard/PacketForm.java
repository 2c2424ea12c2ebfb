package org.plantdeck.broker.guard;

import io.netty.buffer.ByteBuf;

/**
 * What bytes alone tell of a packet from a client: that its flags are those of its kind, that what
 * it holds ends where it ends, and that it is one a client may send (MQTT 3.1.1, 2.2 and 3). Text
 * is looked at when it is decoded.
 */
final class PacketForm {

    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PUBREL = 6;
    private static final int SUBSCRIBE = 8;
    private static final int UNSUBSCRIBE = 10;

    private static final int NUMBER_BYTES = 2;
    private static final int MQTT_3_1_1 = 4;

    private static final int WILL = 0x04;
    private static final int WILL_QOS = 0x18;
    private static final int OF_A_WILL = 0x38;
    private static final int PASSWORD = 0x40;
    private static final int USER = 0x80;

    private PacketForm() {}

    /** Whether a packet that is wholly there may be decoded. */
    static boolean isValid(ByteBuf in, int start, int end) {
        int first = in.getUnsignedByte(start);
        int flags = first & 0x0f;
        int body = start + 1;
        while (in.getByte(body) < 0) {
            body++;
        }
        body++;
        int length = end - body;
        return switch (first >> 4) {
            case CONNECT -> flags == 0 && isConnect(in, body, end);
            case PUBLISH -> isPublish(in, flags, body, end);
            case 4, 5, 7 -> flags == 0 && length == NUMBER_BYTES;
            case PUBREL -> flags == 2 && length == NUMBER_BYTES;
            case SUBSCRIBE -> flags == 2 && areFilters(in, body, end, true);
            case UNSUBSCRIBE -> flags == 2 && areFilters(in, body, end, false);
            case 12, 14 -> flags == 0 && length == 0;
            default -> false;
        };
    }

    /** One of another level is for the decoder: it is told that it is not spoken. */
    private static boolean isConnect(ByteBuf in, int body, int end) {
        int level = afterText(in, body, end);
        int payload = level + 4;
        if (payload > end) {
            return false;
        }
        if (in.getByte(level) != MQTT_3_1_1) {
            return true;
        }
        int has = in.getUnsignedByte(level + 1);
        int fields =
                1
                        + ((has & WILL) == 0 ? 0 : 2)
                        + ((has & USER) == 0 ? 0 : 1)
                        + ((has & PASSWORD) == 0 ? 0 : 1);
        int at = payload;
        for (int i = 0; i < fields; i++) {
            at = afterText(in, at, end);
        }
        return agree(has) && at == end;
    }

    private static boolean agree(int has) {
        boolean isWill = (has & WILL) == 0 ? (has & OF_A_WILL) == 0 : (has & WILL_QOS) != WILL_QOS;
        return (has & 1) == 0 && isWill && ((has & PASSWORD) == 0 || (has & USER) != 0);
    }

    private static boolean isPublish(ByteBuf in, int flags, int body, int end) {
        int qos = (flags >> 1) & 3;
        boolean isRepeated = flags > 7;
        return qos < 3
                && !(isRepeated && qos == 0)
                && afterText(in, body, end) + (qos == 0 ? 0 : NUMBER_BYTES) <= end;
    }

    private static boolean areFilters(ByteBuf in, int body, int end, boolean haveQos) {
        int at = body + NUMBER_BYTES;
        while (at < end) {
            at = afterText(in, at, end);
            if (haveQos) {
                if (at >= end || in.getUnsignedByte(at) > 2) {
                    return false;
                }
                at++;
            }
        }
        return at == end;
    }

    /** Where a text ends; beyond the end of the packet where it does not fit. */
    private static int afterText(ByteBuf in, int at, int end) {
        return at + NUMBER_BYTES > end ? end + 1 : at + NUMBER_BYTES + in.getUnsignedShort(at);
    }
}
