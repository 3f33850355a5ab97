package org.shoptrace.core.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Whether two pictures show the same. Another Java may smooth an edge otherwise, which shows in a few pixels that lie apart; a bar that is
/// longer, a letter or a digit shows in many that lie together. Sizes do not grow with the picture.
public final class PictureDifference {
    /// A part of a colour, of 255, that differs by more is clearly another.
    private static final int CLEAR = 48;

    /// One that differs by less is taken for the same.
    private static final int FAINT = 12;

    /// So many pixels of clearly other colours may touch each other.
    private static final int SPOT = 12;

    /// So many of slightly other colours may.
    private static final int FAINT_SPOT = 60;

    /// So many pixels of clearly other colours a picture may have in all.
    private static final int FEW = 60;

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
        PixelSpots clear = PixelSpots.of(a, b, CLEAR);
        if (clear.pixels() > FEW || clear.largest() > SPOT) {
            return Optional.of(clear.told());
        }
        PixelSpots faint = PixelSpots.of(a, b, FAINT);
        return faint.largest() > FAINT_SPOT ? Optional.of(faint.told() + ", in colours that are slightly others") : Optional.empty();
    }
}
