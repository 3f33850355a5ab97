package org.shoptrace.core.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Draws a chart as a PNG picture of twice as many pixels, so that it can be printed. Java's own 2D graphics need no display, and the
/// program's own font no font of the system.
public final class PngCanvas implements Canvas {
    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final double CORNER = 4;

    private final Graphics2D graphics;
    private final Typeface typeface;
    private final Paper paper;

    private PngCanvas(Graphics2D graphics, Typeface typeface, Paper paper) {
        this.graphics = graphics;
        this.typeface = typeface;
        this.paper = paper;
    }

    /// The bytes of the PNG file; on light paper where none is told.
    public static byte[] file(Print print) {
        return PngFile.of(image(print));
    }

    private static BufferedImage image(Print print) {
        BufferedImage image = new BufferedImage(
                SCALE * ((int) Math.ceil(print.width()) + 2 * MARGIN), SCALE * ((int) Math.ceil(print.height()) + 2 * MARGIN),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            Typeface typeface = new Typeface(print.text());
            PngCanvas canvas = new PngCanvas(graphics, typeface, print.paper().orElse(Paper.LIGHT));
            graphics.setColor(canvas.colour(Ink.PAPER));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            graphics.translate(MARGIN, MARGIN);
            print.draw(canvas, typeface);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private Color colour(Ink ink) {
        return Color.decode(ink.on(paper));
    }

    @Override
    public void line(Stroke stroke, double... places) {
        graphics.setColor(colour(stroke.ink()));
        graphics.setStroke(stroke.dashes().isEmpty() ? new BasicStroke((float) stroke.width()) : dashed(stroke));
        graphics.draw(path(places));
    }

    private static BasicStroke dashed(Stroke stroke) {
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
        }
        return new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private static Path2D path(double[] places) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < places.length; i += 2) {
            if (i == 0) {
                path.moveTo(places[i], places[i + 1]);
            } else {
                path.lineTo(places[i], places[i + 1]);
            }
        }
        return path;
    }

    @Override
    public void area(Fill fill, boolean faint, Box box) {
        Composite before = graphics.getComposite();
        if (faint) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) paper.faint()));
        }
        graphics.setPaint(paint(fill, box));
        graphics.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), CORNER, CORNER));
        if (fill.framed()) {
            graphics.setPaint(colour(Ink.BORDER));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new RoundRectangle2D.Double(
                    box.x() + 0.5, box.y() + 0.5, Math.max(0, box.width() - 1), Math.max(0, box.height() - 1), CORNER, CORNER));
        }
        graphics.setComposite(before);
    }

    private Paint paint(Fill fill, Box box) {
        Color ink = colour(fill.ink());
        if (fill.pattern().isEmpty()) {
            return ink;
        }
        Fill.Pattern pattern = fill.pattern().get();
        float share = (float) pattern.share();
        Color second = colour(pattern.second());
        return new LinearGradientPaint(
                new Point2D.Double(box.x() + pattern.x1(), box.y() + pattern.y1()),
                new Point2D.Double(box.x() + pattern.x2(), box.y() + pattern.y2()),
                new float[] {0, share, Math.nextUp(share), 1}, new Color[] {ink, ink, second, second}, CycleMethod.REPEAT);
    }

    @Override
    public void glyph(Glyph glyph, Box box) {
        double inset = glyph.hollow() ? 1 : 0;
        Shape shape = glyph.sign() == Glyph.Sign.CIRCLE
                ? new Ellipse2D.Double(box.x() + inset, box.y() + inset, box.width() - 2 * inset, box.height() - 2 * inset)
                : closed(glyph.sign().outline(box));
        graphics.setPaint(colour(glyph.hollow() ? Ink.PAPER : glyph.ink()));
        graphics.fill(shape);
        if (glyph.hollow()) {
            graphics.setPaint(colour(glyph.ink()));
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(shape);
        }
    }

    private static Shape closed(double[] places) {
        Path2D path = path(places);
        path.closePath();
        return path;
    }

    @Override
    public void text(TextStyle style, Align align, double x, double top, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            double width = typeface.width(lines.get(i), style);
            double left = switch (align) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            text(style, left, top + i * typeface.height(style) + typeface.ascent(style), lines.get(i));
        }
    }

    @Override
    public void upright(TextStyle style, double x, double y, String text) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(style, -typeface.width(text, style) / 2, typeface.ascent(style) - typeface.height(style) / 2, text);
        graphics.setTransform(before);
    }

    /// As outlines of glyphs, which look the same everywhere.
    private void text(TextStyle style, double left, double baseline, String text) {
        GlyphVector glyphs = typeface.glyphs(text, style);
        graphics.setPaint(colour(style.ink()));
        graphics.fill(glyphs.getOutline((float) left, (float) baseline));
    }

    @Override
    public void mark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box) {
        Composite before = graphics.getComposite();
        if (faint) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) paper.faint()));
        }
        glyph.ifPresent(shape -> glyph(shape, box));
        graphics.setComposite(before);
    }
}
