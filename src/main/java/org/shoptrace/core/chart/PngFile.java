package org.shoptrace.core.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The bytes of a PNG file, with a text that it may carry along.
public final class PngFile {
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String TEXTS = "iTXt";
    private static final String TEXT = "iTXtEntry";

    private PngFile() {}

    /// The file of a picture.
    static byte[] of(BufferedImage image, Optional<PictureText> carried) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            if (carried.isPresent()) {
                carry(carried.get(), metadata);
            }
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void carry(PictureText carried, IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode entry = new IIOMetadataNode(TEXT);
        entry.setAttribute("keyword", carried.keyword());
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", carried.text());
        IIOMetadataNode texts = new IIOMetadataNode(TEXTS);
        texts.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(texts);
        metadata.mergeTree(FORMAT, root);
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
