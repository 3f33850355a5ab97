package org.shoptrace.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.trajectory.Picture;

/// Images as runs have them: whole, broken, huge, elsewhere.
class PictureReaderTest {
    private static byte[] image(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, 0, 0xFF2040);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out), format);
        return out.toByteArray();
    }

    private static Picture picture(String address) {
        return new Picture(Optional.empty(), Optional.empty(), address);
    }

    private static Picture picture(byte[] image) {
        return picture("data:image/png;base64," + Base64.getEncoder().encodeToString(image));
    }

    private static String told(Picture picture) {
        return assertInstanceOf(ShownPicture.Told.class, PictureReader.read(picture)).says();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void imagesOfEveryKindAreDrawnWhateverTheyAreCalled(String format) throws Exception {
        ShownPicture.Drawn drawn = assertInstanceOf(ShownPicture.Drawn.class, PictureReader.read(picture(image(40, 30, format))));
        assertEquals("Image, 40 × 30", drawn.says());
        assertEquals(40, drawn.width());
        assertEquals(40 * 30, drawn.argb().length);
        int first = drawn.argb()[0];
        assertTrue((first >>> 16 & 0xFF) > 150 && (first & 0xFF) < 150, Integer.toHexString(first));
        assertEquals(0xFF, first >>> 24, "opaque");
        assertTrue(PageImage.of(picture(image(40, 30, format))).orElseThrow().startsWith("data:image/" + format + ";base64,"));
    }

    @Test
    void aLargeImageIsMadeSmaller() throws Exception {
        ShownPicture.Drawn drawn = assertInstanceOf(ShownPicture.Drawn.class, PictureReader.read(picture(image(3000, 20, "png"))));
        assertEquals(1000, drawn.width());
        assertEquals("Image, 3,000 × 20", drawn.says());
    }

    @Test
    void aFewBytesThatUnpackToMoreThanMemoryHoldsAreRefusedByTheirSize() throws Exception {
        byte[] bomb = image(40, 30, "png");
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(bomb, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertEquals("An image of 60,000 × 60,000 pixels, which is too large to be drawn.", told(picture(bomb)));
    }

    @Test
    void aBrokenImageSaysSo() throws Exception {
        byte[] whole = image(40, 30, "png");
        assertTrue(told(picture(Arrays.copyOf(whole, 60))).contains("broken"));
        assertTrue(told(picture("data:image/png;base64,not base64 at all!")).contains("broken"));
        assertTrue(told(picture("data:image/png,plain")).contains("broken"));
        assertTrue(told(picture("data:image/svg+xml;base64,PHN2Zy8+")).contains("broken, or of a kind"));
        assertEquals(Optional.empty(), PageImage.of(picture("data:image/svg+xml;base64,PHN2Zy8+")));
        assertEquals(Optional.empty(), PageImage.of(picture("data:text/html;base64,PHN2Zy8+")));
        assertTrue(told(picture("data:image/png;base64," + "A".repeat(20_000_000))).startsWith("An image of about 15 MB"));
    }

    @Test
    void anImageThatLiesElsewhereIsNamedAndNotFetched() {
        ShownPicture.Told told = assertInstanceOf(
                ShownPicture.Told.class, PictureReader.read(picture("https://example.org/bag.png")));
        assertEquals("https://example.org/bag.png", told.address());
        assertTrue(told.says().contains("not fetched"));
        assertEquals(Optional.empty(), PageImage.of(picture("https://example.org/bag.png")));
    }
}
