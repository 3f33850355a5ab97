package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.shoptrace.core.chart.Ink;
import org.shoptrace.core.chart.Paper;
import org.shoptrace.core.chart.TextMeasure;
import org.shoptrace.core.chart.TextStyle;
import org.shoptrace.core.markup.DrawnText;

/// Texts as the window's style sheet has them. An empty text of each style stands in the chart, is styled with it, and tells font and
/// colour.
final class NodeMeasure implements TextMeasure {
    /// A style's text in the chart, and the widths of lines in its font.
    private record Sample(Text text, Map<String, Double> widths) {}

    /// By the styles' ordinals.
    private final List<Sample> samples = new ArrayList<>();
    private final Text ruler = new Text();

    /// @param changed when a font or a colour has become another
    NodeMeasure(Runnable changed) {
        for (TextStyle style : TextStyle.values()) {
            Text sample = new Text();
            sample.setManaged(false);
            sample.setMouseTransparent(true);
            sample.getStyleClass().addAll("plot-text", styleClass(style));
            Map<String, Double> widths = new HashMap<>();
            samples.add(new Sample(sample, widths));
            sample.fontProperty().addListener((_, _, _) -> {
                widths.clear();
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

    List<Text> samples() {
        return samples.stream().map(Sample::text).toList();
    }

    Text sample(TextStyle style) {
        return samples.get(style.ordinal()).text();
    }

    /// The font of usual texts.
    Font font() {
        return sample(TextStyle.PLAIN).getFont();
    }

    /// Dark where texts are light.
    Paper paper() {
        boolean light = sample(TextStyle.PLAIN).getFill() instanceof Color color
                && color.grayscale().getRed() > Color.web(Ink.GREY.on(Paper.LIGHT)).grayscale().getRed();
        return light ? Paper.DARK : Paper.LIGHT;
    }

    @Override
    public double width(String line, TextStyle style) {
        return samples.get(style.ordinal()).widths().computeIfAbsent(line, text -> {
            ruler.setFont(sample(style).getFont());
            ruler.setText(DrawnText.of(text));
            return ruler.getLayoutBounds().getWidth();
        });
    }

    @Override
    public double height(TextStyle style) {
        ruler.setFont(sample(style).getFont());
        ruler.setText("x");
        return ruler.getLayoutBounds().getHeight();
    }
}
