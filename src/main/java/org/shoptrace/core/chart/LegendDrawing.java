package org.shoptrace.core.chart;

import org.jspecify.annotations.Nullable;
import org.shoptrace.core.chart.Legend.Entry;

/// Looks and names one after the other, on as many lines as it takes.
final class LegendDrawing implements ChartDrawing {
    private static final double SWATCH = 14;
    private static final double BESIDE = 6;
    private static final double APART = 14;
    private static final double BETWEEN = 4;

    private final Legend legend;
    private final TextMeasure measure;
    private final double line;

    LegendDrawing(Legend legend, TextMeasure measure) {
        this.legend = legend;
        this.measure = measure;
        this.line = Math.max(SWATCH, measure.height(TextStyle.PLAIN));
    }

    @Override
    public double width() {
        return legend.entries().stream()
                .mapToDouble(entry -> SWATCH + BESIDE + measure.width(entry.name(), TextStyle.PLAIN) + APART)
                .sum();
    }

    @Override
    public double height(double width) {
        return legend.entries().isEmpty() ? 0 : place(null, new Box(0, 0, width, 0));
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        place(canvas, box);
    }

    /// Draws the entries where there is a canvas, and says how high they stand.
    private double place(@Nullable Canvas canvas, Box box) {
        double x = box.x();
        double y = box.y();
        for (Entry entry : legend.entries()) {
            double room = Math.max(0, box.width() - SWATCH - BESIDE);
            TextBlock name = TextBlock.shortened(entry.name(), TextStyle.PLAIN, measure, room);
            double wide = SWATCH + BESIDE + name.width();
            if (x > box.x() && x + wide > box.right()) {
                x = box.x();
                y += line + BETWEEN;
            }
            if (canvas != null) {
                Box swatch = new Box(x, y + (line - SWATCH) / 2, SWATCH, SWATCH);
                switch (entry.look()) {
                    case Fill fill -> canvas.area(fill, false, swatch);
                    case Glyph glyph -> canvas.glyph(glyph, Box.around(swatch.centerX(), swatch.centerY(), SWATCH - 2));
                }
                name.start(canvas, x + SWATCH + BESIDE, y + (line - name.height()) / 2);
            }
            x += wide + APART;
        }
        return y - box.y() + line;
    }
}
