package org.shoptrace.core.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.shoptrace.model.trajectory.Picture;

/// Reads the images of runs. What an image says of its size is looked at before any of it is unpacked, since a few bytes can unpack to more
/// than memory holds; large ones are read smaller.
public final class PictureReader {
    /// In pixels: more than a camera's picture has.
    private static final long LARGEST = 64_000_000;

    /// The longer side of what is shown, in pixels.
    private static final int SHOWN = 1_200;

    private static final String BROKEN = "An image that cannot be read: it is broken, or of a kind that Shoptrace does not know.";

    private PictureReader() {}

    /// What can be shown of an image; an image that lies elsewhere is not looked for.
    public static ShownPicture read(Picture picture) {
        if (!picture.isEmbedded()) {
            return new ShownPicture.Told("An image that is not in the file, and is not fetched:", picture.address());
        }
        if (picture.address().length() > DataUrl.LONGEST) {
            return new ShownPicture.Told(
                    String.format(Locale.ROOT, "An image of about %,d MB, which is too large to be drawn.",
                            picture.address().length() * 3L / 4_000_000),
                    "");
        }
        Optional<byte[]> image = DataUrl.image(picture.address());
        if (image.isEmpty()) {
            return new ShownPicture.Told(BROKEN, "");
        }
        if (ImageKind.of(image.get()).filter(kind -> kind == ImageKind.WEBP).isPresent()) {
            return new ShownPicture.Told("A WebP image, which the window cannot draw; the run's HTML page shows it.", "");
        }
        try {
            return drawn(image.get());
        } catch (IOException | RuntimeException e) {
            // The readers meet broken images with either.
            return new ShownPicture.Told(BROKEN, "");
        }
    }

    private static ShownPicture drawn(byte[] image) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new ShownPicture.Told(BROKEN, "");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return drawn(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ShownPicture drawn(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        String size = String.format(Locale.ROOT, "%,d × %,d", width, height);
        if ((long) width * height > LARGEST) {
            return new ShownPicture.Told("An image of " + size + " pixels, which is too large to be drawn.", "");
        }
        int every = Math.max(1, (Math.max(width, height) + SHOWN - 1) / SHOWN);
        ImageReadParam smaller = reader.getDefaultReadParam();
        smaller.setSourceSubsampling(every, every, 0, 0);
        BufferedImage read = reader.read(0, smaller);
        int[] argb = read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
        return new ShownPicture.Drawn(read.getWidth(), read.getHeight(), argb, "Image, " + size);
    }
}
