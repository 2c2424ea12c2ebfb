package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

class IconSetTest {

    private static IconSet icons;

    @BeforeAll
    static void draw() throws Exception {
        icons = IconSet.of(Path.of("src/main/icons/plantdeck.svg"));
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void aPictureHasItsSizeAndItsCornersAreClear() throws Exception {
        BufferedImage picture = picture(icons.png(48));
        assertThat(picture.getWidth()).isEqualTo(48);
        assertThat(picture.getHeight()).isEqualTo(48);
        assertThat(picture.getRGB(0, 0) >>> 24).isZero();
        assertThat(picture.getRGB(24, 8) >>> 24).isEqualTo(255);
    }

    @Test
    void theDirectoryOfAnIcoLeadsToEachPicture() throws Exception {
        byte[] ico = icons.ico();
        ByteBuffer file = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getShort(2)).isEqualTo((short) 1);
        int count = file.getShort(4);
        assertThat(count).isEqualTo(7);
        int end = 6 + 16 * count;
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int length = file.getInt(entry + 8);
            int offset = file.getInt(entry + 12);
            assertThat(offset).isEqualTo(end);
            end = offset + length;
            int edge = Byte.toUnsignedInt(file.get(entry));
            BufferedImage picture = picture(Arrays.copyOfRange(ico, offset, end));
            assertThat(picture.getWidth()).isEqualTo(edge == 0 ? 256 : edge);
        }
        assertThat(end).isEqualTo(ico.length);
    }

    @Test
    void thePartsOfAnIcnsFillItAndAreOfTheSizeOfTheirType() throws Exception {
        byte[] icns = icons.icns();
        ByteBuffer file = ByteBuffer.wrap(icns);
        assertThat(new String(icns, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(file.getInt(4)).isEqualTo(icns.length);
        int at = 8;
        while (at < icns.length) {
            String type = new String(icns, at, 4, StandardCharsets.US_ASCII);
            int length = file.getInt(at + 4);
            int wanted =
                    switch (type) {
                        case "ic11" -> 32;
                        case "ic12" -> 64;
                        case "ic07" -> 128;
                        case "ic08", "ic13" -> 256;
                        case "ic09", "ic14" -> 512;
                        case "ic10" -> 1024;
                        default -> 0;
                    };
            assertThat(picture(Arrays.copyOfRange(icns, at + 8, at + length)).getWidth())
                    .as(type)
                    .isEqualTo(wanted);
            at += length;
        }
        assertThat(at).isEqualTo(icns.length);
    }

    /** The windows' icons lie in app, made of the same drawing. */
    @Test
    void theIconsOfTheWindowsAreOfTheDrawing() throws Exception {
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            Path file =
                    Path.of(
                            "../app/src/main/resources/org/plantdeck/app/look/icons/plantdeck-"
                                    + size
                                    + ".png");
            BufferedImage shown = ImageIO.read(file.toFile());
            BufferedImage drawn = picture(icons.png(size));
            assertThat(shown.getWidth()).isEqualTo(size);
            int different = 0;
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    different += shown.getRGB(x, y) == drawn.getRGB(x, y) ? 0 : 1;
                }
            }
            assertThat(different).as("pixels of %s", file).isLessThanOrEqualTo(size / 2);
        }
    }
}
