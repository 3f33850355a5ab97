package org.shoptrace.core.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.shoptrace.core.markup.DrawnText;

/// The program's own font in one size, read and measured without a display and without any font of the system.
public final class Typeface implements TextMeasure {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final double size;
    private final Font plain;
    private final Font strong;

    /// Read once, when the first picture needs them.
    private static final class Fonts {
        private static final Font PLAIN = font("Inter-Regular.otf");
        private static final Font STRONG = font("Inter-SemiBold.otf");
    }

    /// @param size in pixels
    public Typeface(double size) {
        this.size = size;
        this.plain = Fonts.PLAIN.deriveFont((float) size);
        this.strong = Fonts.STRONG.deriveFont((float) size);
    }

    private static Font font(String file) {
        try (InputStream in = Objects.requireNonNull(
                Typeface.class.getResourceAsStream("/org/shoptrace/ui/kit/fonts/" + file), "shipped with the program")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the program's own font " + file + " cannot be read", e);
        }
    }

    double size() {
        return size;
    }

    private Font font(TextStyle style) {
        return style == TextStyle.STRONG ? strong : plain;
    }

    @Override
    public double width(String line, TextStyle style) {
        return glyphs(line, style).getLogicalBounds().getWidth();
    }

    @Override
    public double height(TextStyle style) {
        return metrics(style).getHeight();
    }

    /// From the top of a line to what its letters stand on.
    double ascent(TextStyle style) {
        return metrics(style).getAscent();
    }

    /// The line as it is drawn.
    GlyphVector glyphs(String line, TextStyle style) {
        return font(style).createGlyphVector(CONTEXT, DrawnText.of(line));
    }

    private LineMetrics metrics(TextStyle style) {
        return font(style).getLineMetrics("x", CONTEXT);
    }
}
