package org.shoptrace.ui.kit.chart;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Ink;
import org.shoptrace.core.chart.Paper;
import org.shoptrace.core.chart.TextMeasure;
import org.shoptrace.core.chart.TextStyle;

/// Texts as the window's style sheet has them. An empty text of each style stands in the chart, is styled with it, and tells font and
/// colour.
final class NodeMeasure implements TextMeasure {
    private final Map<TextStyle, Text> samples = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Map<String, Double>> widths = new EnumMap<>(TextStyle.class);
    private final Text ruler = new Text();

    /// @param changed when a font or a colour has become another
    NodeMeasure(Runnable changed) {
        for (TextStyle style : TextStyle.values()) {
            Text sample = new Text();
            sample.setManaged(false);
            sample.setMouseTransparent(true);
            sample.getStyleClass().addAll("plot-text", styleClass(style));
            samples.put(style, sample);
            widths.put(style, new HashMap<>());
            sample.fontProperty().addListener((_, _, _) -> {
                widths.get(style).clear();
                changed.run();
            });
            sample.fillProperty().addListener((_, _, _) -> changed.run());
        }
    }

    static String styleClass(TextStyle style) {
        return switch (style) {
            case PLAIN -> "plain-text";
            case MUTED -> "muted-text";
            case STRONG -> "value-text";
        };
    }

    Iterable<Text> samples() {
        return samples.values();
    }

    Text sample(TextStyle style) {
        return samples.get(style);
    }

    /// The font of usual texts.
    Font font() {
        return samples.get(TextStyle.PLAIN).getFont();
    }

    /// Dark where texts are light.
    Paper paper() {
        boolean light = samples.get(TextStyle.PLAIN).getFill() instanceof Color color
                && color.grayscale().getRed() > Color.web(Ink.GREY.on(Paper.LIGHT)).grayscale().getRed();
        return light ? Paper.DARK : Paper.LIGHT;
    }

    @Override
    public double width(String line, TextStyle style) {
        return widths.get(style).computeIfAbsent(line, text -> {
            ruler.setFont(samples.get(style).getFont());
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    @Override
    public double height(TextStyle style) {
        ruler.setFont(samples.get(style).getFont());
        ruler.setText("x");
        return ruler.getLayoutBounds().getHeight();
    }
}
