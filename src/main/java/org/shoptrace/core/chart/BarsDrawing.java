package org.shoptrace.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.chart.IntervalBars.Bar;
import org.shoptrace.core.chart.IntervalBars.Dot;

/// Grouped upright bars: an axis on the left, the names of the groups below, values above the whiskers.
final class BarsDrawing implements ChartDrawing {
    /// Between groups.
    private static final double APART = 16;
    /// Between the bars of a group.
    private static final double BETWEEN = 3;
    private static final double CAP = 8;
    /// A rate of 0 has a bar too: something stands behind it.
    private static final double LEAST_BAR = 4;
    private static final double LEAST_PLOT = 70;
    private static final double DOT = 9;

    private record Placed(int level, int series, Bar bar) {}

    private final IntervalBars chart;
    private final TextMeasure measure;
    private final Scale scale;
    private final List<String> levels;
    private final List<Placed> bars = new ArrayList<>();

    BarsDrawing(IntervalBars chart, TextMeasure measure) {
        this.chart = chart;
        this.measure = measure;
        this.scale = Scale.shares("", chart.top());
        SequencedMap<String, List<Placed>> byLevel = new LinkedHashMap<>();
        chart.series().forEach(list -> list.forEach(bar -> byLevel.computeIfAbsent(bar.level(), _ -> new ArrayList<>())));
        levels = List.copyOf(byLevel.keySet());
        for (int i = 0; i < chart.series().size(); i++) {
            for (Bar bar : chart.series().get(i)) {
                byLevel.computeIfAbsent(bar.level(), _ -> new ArrayList<>()).add(new Placed(levels.indexOf(bar.level()), i, bar));
            }
        }
        byLevel.values().forEach(bars::addAll);
    }

    @Override
    public double width() {
        return Math.max(360, left() + levels.size() * (APART + chart.series().size() * 30));
    }

    @Override
    public double height(double width) {
        return 240;
    }

    @Override
    public double least(double width) {
        return LEAST_PLOT + foot(names(group(width))) + above(false);
    }

    @Override
    public boolean grows() {
        return true;
    }

    /// Where the groups begin.
    private double left() {
        return scale.ticks().stream().mapToDouble(tick -> measure.width(scale.words().apply(tick), TextStyle.MUTED)).max().orElse(0) + GAP;
    }

    /// The width of a group.
    private double group(double width) {
        return Math.max(20, width - left()) / Math.max(1, levels.size());
    }

    /// A long word may reach into the gap beside its group before it is broken.
    private List<TextBlock> names(double group) {
        return levels.stream().map(name -> TextBlock.wrapped(name, TextStyle.PLAIN, measure, group + APART / 2)).toList();
    }

    /// The height below the bars.
    private double foot(List<TextBlock> names) {
        return names.stream().mapToDouble(TextBlock::height).max().orElse(measure.height(TextStyle.MUTED) / 2) + 6;
    }

    /// The height above the highest whisker.
    private double above(boolean upright) {
        double line = measure.height(TextStyle.PLAIN);
        return bars.stream().mapToDouble(placed -> upright ? wide(placed.bar()) + 3 : line).max().orElse(line / 2) + 4;
    }

    private double wide(Bar bar) {
        return measure.width(bar.label(), TextStyle.PLAIN);
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        double left = box.x() + left();
        double group = group(box.width());
        List<TextBlock> names = names(group);
        double place = (group - APART) / Math.max(1, chart.series().size() + (chart.others().isEmpty() ? 0 : 1));
        boolean upright = bars.stream().mapToDouble(placed -> wide(placed.bar())).max().orElse(0) > place;
        double top = box.y() + above(upright);
        Box plot = new Box(left, top, levels.size() * group, Math.max(20, box.bottom() - foot(names) - top));
        scale.drawUpwards(canvas, measure, plot);
        for (int i = 0; i < names.size(); i++) {
            TextBlock name = names.get(i);
            name.middle(canvas, Math.min(left + (i + 0.5) * group, box.right() - name.width() / 2), plot.bottom() + 5);
        }
        for (Placed placed : bars) {
            double x = left + placed.level() * group + APART / 2 + placed.series() * place;
            draw(canvas, placed, new Box(x, plot.y(), Math.max(2, place - BETWEEN), plot.height()), upright);
        }
        for (Dot dot : chart.others()) {
            double x = left + (levels.indexOf(dot.level()) + 1) * group - APART / 2 - place / 2;
            canvas.mark(dot.datum(), Optional.of(Looks.OTHERS), false, Box.around(x, y(dot.value(), plot), DOT));
        }
    }

    /// @param column the place of the bar, as high as the plot
    private void draw(Canvas canvas, Placed placed, Box column, boolean upright) {
        Bar bar = placed.bar();
        double floor = column.bottom();
        double tall = Math.max(LEAST_BAR, floor - y(bar.value(), column));
        canvas.area(Looks.bar(placed.series()), false, new Box(column.x(), floor - tall, column.width(), tall));
        double end = y(Chart.high(bar.interval(), bar.value()), column);
        double middle = ChartDrawing.crisp(column.centerX());
        bar.interval().ifPresent(interval -> {
            double low = y(interval.low(), column);
            double reach = Math.min(CAP, column.width() - 2) / 2;
            canvas.line(Stroke.WHISKER, middle, low, middle, end);
            for (double cap : new double[] {end, low}) {
                canvas.line(Stroke.WHISKER, middle - reach, ChartDrawing.crisp(cap), middle + reach, ChartDrawing.crisp(cap));
            }
        });
        double ceiling = Math.min(end, floor - tall);
        if (upright) {
            canvas.upright(TextStyle.PLAIN, middle, ceiling - 5 - wide(bar) / 2, bar.label());
        } else {
            TextBlock value = TextBlock.of(bar.label(), TextStyle.PLAIN, measure);
            value.middle(canvas, middle, ceiling - 2 - value.height());
        }
        canvas.mark(
                bar.datum(), Optional.empty(), false,
                new Box(column.x() - 1, ceiling - 2, column.width() + 2, floor - ceiling + 2));
    }

    private double y(double share, Box plot) {
        return plot.y() + (1 - scale.share(share)) * plot.height();
    }
}
