package org.plantdeck.app.records;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import org.plantdeck.app.words.Words;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import javax.imageio.ImageIO;

/** Writes pictures as PNG. Threads: any. */
final class PictureFile {

    private static final Words WORDS = Words.of(PictureFile.class);

    private PictureFile() {}

    /**
     * Writes a picture; under its name there is never half of one.
     *
     * @throws IOException where it cannot be written; nothing is left of it then
     */
    static void write(Image image, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                ImageIO.write(pixels(image), "png", out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Why one could not be written, in words. */
    static String reason(IOException wrong) {
        return switch (wrong) {
            case NoSuchFileException _ -> WORDS.say("picture.no-folder");
            case AccessDeniedException _ -> WORDS.say("picture.denied");
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static BufferedImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
