package org.shoptrace.ui.kit.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.shoptrace.core.chart.Box;
import org.shoptrace.core.chart.Canvas;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.Fill;
import org.shoptrace.core.chart.Glyph;
import org.shoptrace.core.chart.Paper;
import org.shoptrace.core.chart.Stroke;
import org.shoptrace.core.chart.TextStyle;
import org.shoptrace.core.markup.DrawnText;

/// Draws a chart as nodes in layers. A drawing takes up the nodes of the one before, so that a chart that changes its size keeps its marks
/// with the focus; all lines of a stroke are one path.
final class NodeCanvas implements Canvas {
    private static final String CIRCLE = "M5 0 A5 5 0 1 1 4.99 0 Z";

    private final NodeMeasure texts;
    private final Layer<Region> areas = new Layer<>(Region::new);
    private final Layer<Region> glyphs = new Layer<>(Region::new);
    private final Layer<Text> words = new Layer<>(Text::new);
    private final Group behind = group();
    private final Group lines = group();
    private final Group pressed = group();
    private final SequencedMap<String, Path> paths = new LinkedHashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<String, Mark> before = new HashMap<>();
    private Consumer<String> open = _ -> {};
    private Paints paints = Paints.on(Paper.LIGHT);

    NodeCanvas(NodeMeasure texts) {
        this.texts = texts;
    }

    /// The nodes of one kind, as many as the drawing uses.
    private static final class Layer<T extends Node> {
        private final Group group = group();
        private final List<T> nodes = new ArrayList<>();
        private final Supplier<T> make;
        private int used;

        Layer(Supplier<T> make) {
            this.make = make;
        }

        T next() {
            if (used == nodes.size()) {
                T node = make.get();
                node.setManaged(false);
                node.setMouseTransparent(true);
                nodes.add(node);
                group.getChildren().add(node);
            }
            return nodes.get(used++);
        }

        void end() {
            nodes.subList(used, nodes.size()).clear();
            group.getChildren().remove(used, group.getChildren().size());
            used = 0;
        }
    }

    private static Group group() {
        Group group = new Group();
        group.setAutoSizeChildren(false);
        group.setManaged(false);
        return group;
    }

    /// From the one behind to the one in front.
    List<Node> layers() {
        return List.of(behind, areas.group, lines, glyphs.group, pressed, words.group);
    }

    /// In reading order.
    List<Mark> marks() {
        return List.copyOf(marks);
    }

    /// Draws something else: no mark of what was there is kept.
    ///
    /// @param opening what becomes of a mark's key
    void replace(Consumer<String> opening) {
        open = opening;
        marks.clear();
    }

    /// Draws anew.
    void draw(Consumer<Canvas> drawing) {
        paints = Paints.on(texts.paper());
        paths.values().forEach(path -> path.getElements().clear());
        before.clear();
        marks.forEach(mark -> before.put(mark.datum().key(), mark));
        marks.clear();
        drawing.accept(this);
        areas.end();
        glyphs.end();
        words.end();
        if (!pressed.getChildren().equals(marks)) {
            pressed.getChildren().setAll(marks);
        }
        if (marks.stream().noneMatch(Node::isFocusTraversable) && !marks.isEmpty()) {
            marks.getFirst().setFocusTraversable(true);
        }
    }

    @Override
    public void line(Stroke stroke, double... places) {
        Path path = paths.computeIfAbsent(stroke.name(), name -> path(stroke, name));
        path.setStroke(paints.color(stroke.ink()));
        path.getElements().add(new MoveTo(places[0], places[1]));
        for (int i = 2; i < places.length; i += 2) {
            path.getElements().add(new LineTo(places[i], places[i + 1]));
        }
    }

    private Path path(Stroke stroke, String name) {
        Path path = new Path();
        path.getStyleClass().add(name);
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setStrokeWidth(stroke.width());
        path.getStrokeDashArray().setAll(stroke.dashes());
        (stroke.equals(Stroke.GRID) ? behind : lines).getChildren().add(path);
        return path;
    }

    @Override
    public void area(Fill fill, boolean faint, Box box) {
        Region area = areas.next();
        if (!area.getStyleClass().contains(fill.name())) {
            area.getStyleClass().setAll(fill.framed() ? "fill" : "backing", fill.name());
        }
        area.setBackground(paints.background(fill));
        area.setBorder(fill.framed() ? paints.border() : null);
        area.setOpacity(faint ? texts.paper().faint() : 1);
        area.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void glyph(Glyph glyph, Box box) {
        Region node = glyphs.next();
        shape(node, glyph);
        if (!node.getStyleClass().contains(glyph.name())) {
            node.getStyleClass().setAll("glyph", glyph.name());
        }
        node.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    private void shape(Region node, Glyph glyph) {
        node.setBackground(paints.background(glyph));
        if (!(node.getShape() instanceof SVGPath path && path.getContent().equals(outline(glyph)))) {
            SVGPath shape = new SVGPath();
            shape.setContent(outline(glyph));
            node.setShape(shape);
        }
    }

    private static String outline(Glyph glyph) {
        if (glyph.sign() == Glyph.Sign.CIRCLE) {
            return CIRCLE;
        }
        double[] places = glyph.sign().outline(new Box(0, 0, 10, 10));
        StringJoiner path = new StringJoiner(" L", "M", " Z");
        for (int i = 0; i < places.length; i += 2) {
            path.add(places[i] + " " + places[i + 1]);
        }
        return path.toString();
    }

    @Override
    public void text(TextStyle style, Align align, double x, double top, List<String> lines) {
        Text text = text(style, String.join("\n", lines), switch (align) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        double wide = lines.stream().mapToDouble(line -> texts.width(line, style)).max().orElse(0);
        double left = switch (align) {
            case START -> x;
            case MIDDLE -> x - wide / 2;
            case END -> x - wide;
        };
        text.setRotate(0);
        text.relocate(Math.round(left), Math.round(top));
    }

    @Override
    public void upright(TextStyle style, double x, double y, String line) {
        Text text = text(style, line, TextAlignment.LEFT);
        text.setRotate(-90);
        text.relocate(Math.round(x - texts.width(line, style) / 2), Math.round(y - texts.height(style) / 2));
    }

    private Text text(TextStyle style, String content, TextAlignment alignment) {
        Text text = words.next();
        Text sample = texts.sample(style);
        text.setText(DrawnText.of(content));
        text.setFont(sample.getFont());
        text.setFill(sample.getFill());
        text.setTextOrigin(VPos.TOP);
        text.setTextAlignment(alignment);
        return text;
    }

    @Override
    public void mark(Datum datum, Optional<Glyph> glyph, boolean faint, Box box) {
        Mark known = before.remove(datum.key());
        Mark mark = known != null && known.datum().equals(datum) ? known : made(datum, glyph);
        glyph.ifPresent(shape -> shape(mark, shape));
        mark.setOpacity(faint ? texts.paper().faint() : 1);
        mark.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        marks.add(mark);
    }

    private Mark made(Datum datum, Optional<Glyph> glyph) {
        Consumer<String> opening = open;
        Mark mark = new Mark(datum, () -> opening.accept(datum.key()));
        mark.getStyleClass().addAll(glyph.map(shape -> shape.hollow() ? List.of(shape.name()) : List.of("point", shape.name()))
                .orElse(List.of("cell-mark")));
        mark.setFocusTraversable(false);
        mark.focusedProperty().subscribe(focused -> {
            if (focused) {
                marks.forEach(other -> other.setFocusTraversable(other == mark));
            }
        });
        return mark;
    }
}
