package org.shoptrace.core.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.shoptrace.core.chart.Palette.Ink;

/// Draws a chart as a PNG picture on white paper, twice as large as the page shows it. Java's own 2D graphics need no display, and the
/// program's own font no font of the system.
public final class PngCanvas implements Canvas {
    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final float POINTS = 12;

    private final Graphics2D graphics;

    /// Read once, when the first picture needs them.
    private static final class Fonts {
        private static final Font PLAIN = font("Inter-Regular.otf");
        private static final Font BOLD = font("Inter-SemiBold.otf");
    }

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /// The bytes of the PNG file, with the chart's title above it.
    public static byte[] file(Chart chart) {
        ChartDrawing drawing = ChartDrawing.of(chart);
        int heading = 28;
        BufferedImage image = new BufferedImage(
                SCALE * (ChartDrawing.WIDTH + 2 * MARGIN),
                SCALE * ((int) Math.ceil(drawing.height()) + heading + 2 * MARGIN),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            graphics.translate(MARGIN, MARGIN);
            PngCanvas canvas = new PngCanvas(graphics);
            canvas.text(Ink.INK, true, Anchor.START, 0, 14, chart.title());
            graphics.translate(0, heading);
            drawing.draw(canvas);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static Font font(String file) {
        try (InputStream in = Objects.requireNonNull(
                PngCanvas.class.getResourceAsStream("/org/shoptrace/ui/kit/fonts/" + file), "shipped with the program")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(POINTS);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the program's own font " + file + " cannot be read", e);
        }
    }

    @Override
    public void open(String description) {}

    @Override
    public void close() {}

    @Override
    public void line(Ink ink, double width, double x1, double y1, double x2, double y2) {
        draw(Color.decode(ink.light()), width);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void rectangle(Ink ink, double x, double y, double width, double height) {
        graphics.setColor(Color.decode(ink.light()));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void rectangle(Palette.Fill fill, double x, double y, double width, double height) {
        Rectangle2D area = new Rectangle2D.Double(x, y, width, height);
        graphics.setColor(Color.decode(fill.colour()));
        graphics.fill(area);
        Color ink = Color.decode(fill.ink());
        draw(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 115), 1);
        Hatching.of(fill.hatch(), x, y, width, height)
                .forEach(line -> graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2())));
        draw(ink, 0.5);
        graphics.draw(area);
    }

    @Override
    public void sign(Sign sign, Ink ink, boolean filled, double x, double y, double size) {
        draw(Color.decode(ink.light()), 1.5);
        Shape shape = sign == Sign.CIRCLE ? new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size) : outline(sign, x, y, size);
        if (filled) {
            graphics.fill(shape);
        }
        graphics.draw(shape);
    }

    private static Shape outline(Sign sign, double x, double y, double size) {
        Path2D path = new Path2D.Double();
        for (SignShape.Move move : SignShape.of(sign)) {
            if (move.to()) {
                path.lineTo(x + move.x() * size, y + move.y() * size);
            } else {
                path.moveTo(x + move.x() * size, y + move.y() * size);
            }
        }
        return path;
    }

    @Override
    public void text(Ink ink, boolean heavy, Anchor anchor, double x, double y, String text) {
        text(Color.decode(ink.light()), heavy ? Fonts.BOLD : Fonts.PLAIN, anchor, x, y, text);
    }

    @Override
    public void text(String colour, double x, double y, String text) {
        text(Color.decode(colour), Fonts.PLAIN, Anchor.MIDDLE, x, y, text);
    }

    /// As outlines of glyphs, which look the same everywhere.
    private void text(Color colour, Font font, Anchor anchor, double x, double y, String text) {
        GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
        double width = glyphs.getLogicalBounds().getWidth();
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.setColor(colour);
        graphics.fill(glyphs.getOutline((float) left, (float) y));
    }

    private void draw(Color colour, double width) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) width));
    }
}
