package org.shoptrace.core.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Whether two pictures show the same. Another Java may smooth an edge otherwise; a bar that is longer shows in many pixels.
public final class PictureDifference {
    /// A colour that differs by less is taken for the same, of 255.
    private static final int FAINT = 48;

    /// So many pixels of a picture may differ.
    private static final double FEW = 0.0005;

    private PictureDifference() {}

    /// What differs, a sentence without a full stop; empty when they show the same.
    public static Optional<String> of(byte[] png, byte[] other) {
        try {
            BufferedImage a = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
            if (a == null || b == null) {
                return Optional.of("it is no picture any more");
            }
            if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
                return Optional.of(String.format(
                        Locale.ROOT, "it is %d by %d pixels, made again %d by %d", a.getWidth(), a.getHeight(), b.getWidth(),
                        b.getHeight()));
            }
            return pixels(a, b);
        } catch (IOException e) {
            return Optional.of("it is no picture any more");
        }
    }

    private static Optional<String> pixels(BufferedImage a, BufferedImage b) {
        long differing = 0;
        String first = "";
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (differs(a.getRGB(x, y), b.getRGB(x, y))) {
                    first = differing == 0 ? x + ", " + y : first;
                    differing++;
                }
            }
        }
        double share = (double) differing / ((long) a.getWidth() * a.getHeight());
        return share > FEW
                ? Optional.of(String.format(Locale.ROOT, "%d pixels show something else, the first at %s", differing, first))
                : Optional.empty();
    }

    private static boolean differs(int a, int b) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)) > FAINT) {
                return true;
            }
        }
        return false;
    }
}
