package org.plantdeck.installer;

import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every size and form of the icon, made of one drawing: PNG files, an ICO file for Windows and an
 * ICNS file for macOS. Both hold PNG pictures as they are, which Windows reads since Vista and
 * macOS since 10.7. Threads: one.
 */
final class IconSet {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    /** The sizes of an ICO file; 256 is written as 0. */
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    /** The types of an ICNS file by size (Apple's icns family, PNG types). */
    private static final Map<Integer, List<String>> ICNS_TYPES =
            Map.of(
                    32, List.of("ic11"),
                    64, List.of("ic12"),
                    128, List.of("ic07"),
                    256, List.of("ic08", "ic13"),
                    512, List.of("ic09", "ic14"),
                    1024, List.of("ic10"));

    private final SortedMap<Integer, byte[]> pictures;

    private IconSet(SortedMap<Integer, byte[]> pictures) {
        this.pictures = pictures;
    }

    /** Writes those of the drawing in the first argument into the folder in the second. */
    public static void main(String[] arguments) throws Exception {
        of(Path.of(arguments[0])).write(Path.of(arguments[1]));
    }

    /** Draws every size of an SVG file. */
    static IconSet of(Path drawing) throws IOException, TranscoderException {
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, png(drawing, size));
        }
        return new IconSet(pictures);
    }

    private static byte[] png(Path drawing, float size) throws IOException, TranscoderException {
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, size);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transcoder.transcode(
                new TranscoderInput(drawing.toUri().toString()), new TranscoderOutput(out));
        return out.toByteArray();
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<Integer, byte[]> each : pictures.entrySet()) {
            Files.write(folder.resolve("plantdeck-" + each.getKey() + ".png"), each.getValue());
        }
        Files.write(folder.resolve("plantdeck.ico"), ico());
        Files.write(folder.resolve("plantdeck.icns"), icns());
    }

    /** A PNG picture of a size. */
    byte[] png(int size) {
        return pictures.getOrDefault(size, new byte[0]);
    }

    /** All of them for Windows: a directory of pictures, then the pictures (ICO, little endian). */
    byte[] ico() {
        int offset = 6 + 16 * ICO_SIZES.size();
        int length = offset + ICO_SIZES.stream().mapToInt(it -> png(it).length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        for (int size : ICO_SIZES) {
            byte edge = (byte) (size % 256);
            out.put(edge).put(edge).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32);
            out.putInt(png(size).length).putInt(offset);
            offset += png(size).length;
        }
        ICO_SIZES.forEach(it -> out.put(png(it)));
        return out.array();
    }

    /** All of them for macOS: a type, a length and a picture each (ICNS, big endian). */
    byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        for (int size : SIZES) {
            for (String type : ICNS_TYPES.getOrDefault(size, List.of())) {
                out.writeBytes(type);
                out.writeInt(8 + png(size).length);
                out.write(png(size));
            }
        }
        return ByteBuffer.allocate(8 + body.size())
                .put(new byte[] {'i', 'c', 'n', 's'})
                .putInt(8 + body.size())
                .put(body.toByteArray())
                .array();
    }
}
