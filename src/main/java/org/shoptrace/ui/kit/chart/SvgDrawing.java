package org.shoptrace.ui.kit.chart;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextLineInfo;
import javafx.scene.transform.Transform;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the shapes, texts and filled regions below a node as SVG. It knows what charts are made of, and no pictures, clips or effects.
/// The XML writer escapes every text: names of models come from files.
final class SvgDrawing {
    private final Region root;
    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private int gradients;

    SvgDrawing(Region root, String title, Paint background) {
        this.root = root;
        try {
            this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            write(title, background);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory", e);
        }
    }

    String text() {
        return out + "\n";
    }

    private void write(String title, Paint background) throws XMLStreamException {
        String width = number(root.getWidth());
        String height = number(root.getHeight());
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height, "role", "img");
        xml.writeStartElement("title");
        xml.writeCharacters(legal(title));
        xml.writeEndElement();
        empty("rect", "width", width, "height", height, "fill", color(background), "fill-opacity", opacity(background));
        draw(root, 1);
        xml.writeEndElement();
        xml.flush();
    }

    private void draw(Node node, double opacity) throws XMLStreamException {
        if (!node.isVisible()) {
            return;
        }
        double seen = opacity * node.getOpacity();
        if (node instanceof Region region && node != root) {
            region(region, seen);
        }
        switch (node) {
            case Text text -> text(text, seen);
            case Line line ->
                stroked(line, "M" + point(line.getStartX(), line.getStartY()) + "L" + point(line.getEndX(), line.getEndY()), seen);
            case Path path -> stroked(path, data(path), seen);
            case Parent parent -> {
                for (Node child : parent.getChildrenUnmodifiable()) {
                    draw(child, seen);
                }
            }
            default -> {
                // nothing that a chart is made of
            }
        }
    }

    private void region(Region region, double opacity) throws XMLStreamException {
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                fill(region, fill, opacity);
            }
        }
        if (region.getBorder() != null && region.getShape() == null) {
            for (BorderStroke stroke : region.getBorder().getStrokes()) {
                border(region, stroke, opacity);
            }
        }
    }

    private void fill(Region region, BackgroundFill fill, double opacity) throws XMLStreamException {
        double width = region.getWidth();
        double height = region.getHeight();
        Insets insets = fill.getInsets();
        if (width <= 0 || height <= 0 || isClear(fill.getFill())) {
            return;
        }
        String paint = paint(fill.getFill(), width, height);
        String alpha = number(opacity * alpha(fill.getFill()));
        if (region.getShape() instanceof SVGPath shape) {
            var bounds = shape.getLayoutBounds();
            String fitted = " scale(" + number(width / bounds.getWidth()) + " " + number(height / bounds.getHeight()) + ") translate("
                    + number(-bounds.getMinX()) + " " + number(-bounds.getMinY()) + ")";
            empty("path", "d", shape.getContent(), "fill", paint, "fill-opacity", alpha, "transform", matrix(region) + fitted);
        } else {
            empty(
                    "rect", "x", number(insets.getLeft()), "y", number(insets.getTop()),
                    "width", number(Math.max(0, width - insets.getLeft() - insets.getRight())),
                    "height", number(Math.max(0, height - insets.getTop() - insets.getBottom())),
                    "rx", number(fill.getRadii().getTopLeftHorizontalRadius()), "fill", paint, "fill-opacity", alpha, "transform",
                    matrix(region));
        }
    }

    private void border(Region region, BorderStroke stroke, double opacity) throws XMLStreamException {
        if (isClear(stroke.getTopStroke()) || stroke.getWidths().getTop() <= 0) {
            return;
        }
        double width = stroke.getWidths().getTop();
        empty(
                "rect", "x", number(width / 2), "y", number(width / 2), "width", number(Math.max(0, region.getWidth() - width)),
                "height", number(Math.max(0, region.getHeight() - width)), "rx", number(stroke.getRadii().getTopLeftHorizontalRadius()),
                "fill", "none", "stroke", color(stroke.getTopStroke()),
                "stroke-opacity", number(opacity * alpha(stroke.getTopStroke())), "stroke-width", number(width), "transform",
                matrix(region));
    }

    private void text(Text text, double opacity) throws XMLStreamException {
        if (text.getText().isBlank()) {
            return;
        }
        double baseline = text.getTextOrigin() == VPos.BASELINE ? 0 : text.getBaselineOffset();
        boolean centred = text.getTextAlignment() == TextAlignment.CENTER;
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        for (TextLineInfo line : lines) {
            Rectangle2D box = line.bounds();
            xml.writeStartElement("text");
            attributes(
                    "x", number(text.getX() + box.getMinX() + (centred ? box.getWidth() / 2 : 0)),
                    "y", number(text.getY() + baseline + box.getMinY() - lines.getFirst().bounds().getMinY()), "text-anchor",
                    centred ? "middle" : "start",
                    "font-family", text.getFont().getFamily() + ", sans-serif", "font-size", number(text.getFont().getSize()),
                    "font-weight", text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold") ? "600" : "400",
                    "fill", color(text.getFill()), "fill-opacity", number(opacity * alpha(text.getFill())), "transform", matrix(text));
            xml.writeCharacters(legal(text.getText().substring(line.start(), line.end()).stripTrailing()));
            xml.writeEndElement();
        }
    }

    private void stroked(Shape shape, String data, double opacity) throws XMLStreamException {
        if (data.isEmpty() || shape.getStroke() == null || isClear(shape.getStroke())) {
            return;
        }
        StringJoiner dashes = new StringJoiner(" ");
        shape.getStrokeDashArray().forEach(dash -> dashes.add(number(dash)));
        empty(
                "path", "d", data, "fill", "none", "stroke", color(shape.getStroke()),
                "stroke-opacity", number(opacity * alpha(shape.getStroke())), "stroke-width", number(shape.getStrokeWidth()),
                "stroke-dasharray", dashes.length() == 0 ? "none" : dashes.toString(), "transform", matrix(shape));
    }

    private static String data(Path path) {
        StringBuilder data = new StringBuilder();
        for (PathElement element : path.getElements()) {
            data.append(switch (element) {
                case MoveTo to -> "M" + point(to.getX(), to.getY());
                case LineTo to -> "L" + point(to.getX(), to.getY());
                case ClosePath _ -> "Z";
                default -> throw new IllegalArgumentException("charts draw straight lines: " + element);
            });
        }
        return data.toString();
    }

    /// From a node's own coordinates to the root's.
    private String matrix(Node node) {
        Transform at = node.getLocalToSceneTransform();
        Transform origin = root.getLocalToSceneTransform();
        return "matrix(" + number(at.getMxx()) + " " + number(at.getMyx()) + " " + number(at.getMxy()) + " " + number(at.getMyy()) + " "
                + number(at.getTx() - origin.getTx()) + " " + number(at.getTy() - origin.getTy()) + ")";
    }

    private String paint(Paint paint, double width, double height) throws XMLStreamException {
        if (!(paint instanceof LinearGradient gradient)) {
            return color(paint);
        }
        String id = "pattern" + ++gradients;
        double across = gradient.isProportional() ? width : 1;
        double down = gradient.isProportional() ? height : 1;
        xml.writeStartElement("linearGradient");
        attributes(
                "id", id, "gradientUnits", "userSpaceOnUse", "spreadMethod",
                switch (gradient.getCycleMethod()) {
                    case REPEAT -> "repeat";
                    case REFLECT -> "reflect";
                    case NO_CYCLE -> "pad";
                },
                "x1", number(gradient.getStartX() * across), "y1", number(gradient.getStartY() * down),
                "x2", number(gradient.getEndX() * across), "y2", number(gradient.getEndY() * down));
        for (Stop stop : gradient.getStops()) {
            empty("stop", "offset", number(stop.getOffset()), "stop-color", color(stop.getColor()), "stop-opacity",
                    opacity(stop.getColor()));
        }
        xml.writeEndElement();
        return "url(#" + id + ")";
    }

    private static boolean isClear(Paint paint) {
        return alpha(paint) == 0;
    }

    private static double alpha(Paint paint) {
        return paint instanceof Color color ? color.getOpacity() : 1;
    }

    private static String opacity(Paint paint) {
        return number(alpha(paint));
    }

    private static String color(Paint paint) {
        return paint instanceof Color color
                ? "#%02x%02x%02x".formatted(Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255))
                : "currentColor";
    }

    /// Without what XML cannot hold.
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.4f" : "%.2f", value);
    }

    private void empty(String name, String... pairs) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(pairs);
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
