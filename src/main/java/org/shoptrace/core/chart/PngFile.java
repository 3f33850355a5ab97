package org.shoptrace.core.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The bytes of a PNG file, with texts that it may carry along.
public final class PngFile {
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String TEXTS = "iTXt";
    private static final String TEXT = "iTXtEntry";

    /// The signature and the chunk of the header, which comes first.
    private static final int HEAD = 33;

    private PngFile() {}

    /// The file of a picture.
    static byte[] of(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /// A PNG file that also carries texts, each in a chunk of international text behind its header.
    public static byte[] carrying(byte[] png, List<PictureText> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, HEAD);
        texts.forEach(text -> chunk(text, bytes));
        bytes.write(png, HEAD, png.length - HEAD);
        return bytes.toByteArray();
    }

    /// Keyword, not packed, of no language, and no other keyword; then the text in UTF-8.
    private static void chunk(PictureText text, ByteArrayOutputStream to) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(TEXTS.getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(text.keyword().getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(new byte[5]);
        content.writeBytes(text.text().getBytes(StandardCharsets.UTF_8));
        CRC32 check = new CRC32();
        check.update(content.toByteArray());
        to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.size() - TEXTS.length()).array());
        to.writeBytes(content.toByteArray());
        to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) check.getValue()).array());
    }

    /// Whether the bytes begin as a PNG file does.
    public static boolean isOne(byte[] content) {
        return content.length > HEAD && content[0] == (byte) 0x89 && content[1] == 'P' && content[2] == 'N' && content[3] == 'G';
    }

    /// The colours of all its pixels, line by line, four bytes each; nothing when it is no picture.
    public static byte[] pixels(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            if (image == null) {
                return new byte[0];
            }
            int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (colours.length + 1));
            bytes.putInt(image.getWidth()).asIntBuffer().put(colours);
            return bytes.array();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /// The text that a PNG file carries under a keyword; empty when it carries none, or is no PNG file.
    public static Optional<String> text(byte[] file, String keyword) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(in);
                NodeList entries = ((Element) reader.getImageMetadata(0).getAsTree(FORMAT)).getElementsByTagName(TEXT);
                for (int i = 0; i < entries.getLength(); i++) {
                    if (entries.item(i) instanceof Element entry && entry.getAttribute("keyword").equals(keyword)) {
                        return Optional.of(entry.getAttribute("text"));
                    }
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Not a picture of ours, or a damaged one: it carries nothing that could be read.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
