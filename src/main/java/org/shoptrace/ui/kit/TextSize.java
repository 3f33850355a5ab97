package org.shoptrace.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;

/// How large texts are, in percent of their usual size. Icons, and boxes that hold a line of text, grow with them; distances do not, so
/// that twice the size still fits a small screen.
///
/// The sizes of the whole program are those of `app.css`. A scene of another size gets a copy of it with every such length multiplied, as a
/// style sheet of its own, so that tooltips and menus, which inherit the scene's sheets but not its fonts, grow too.
///
/// @param percent from 100 to 200
public record TextSize(int percent) {
    private static final List<Integer> STEPS = List.of(100, 110, 125, 150, 175, 200);
    // After the steps that its making asks.
    public static final TextSize USUAL = new TextSize(100);

    /// Of an audience's view against a reader's.
    private static final double TO_AN_AUDIENCE = 1.5;

    private static final String DATA = "data:text/css;charset=utf-8;base64,";
    private static final Pattern LENGTH = Pattern.compile(
            "(-fx-icon-size|-fx-(?:min|pref|max)-height|-fx-font-size): (\\d+(?:\\.\\d+)?)(px)?;");

    /// @throws IllegalArgumentException outside 100 to 200
    public TextSize {
        if (percent < STEPS.getFirst() || percent > STEPS.getLast()) {
            throw new IllegalArgumentException("text size " + percent);
        }
    }

    /// The smallest window that holds the screens at this size.
    ///
    /// @param width  in pixels
    /// @param height in pixels
    public record Smallest(int width, int height) {}

    /// A window is never smaller, unless its screen is.
    public Smallest smallestWindow() {
        return new Smallest(960 + (percent - 100) * 32 / 10, 600 + (percent - 100) * 12 / 10);
    }

    /// All sizes that can be chosen, the smallest first.
    public static List<TextSize> all() {
        return STEPS.stream().map(TextSize::new).toList();
    }

    /// The nearest size there is.
    public static TextSize near(int percent) {
        return new TextSize(Math.clamp(percent, STEPS.getFirst(), STEPS.getLast()));
    }

    /// The next larger one; the largest stays.
    public TextSize larger() {
        return new TextSize(STEPS.stream().filter(step -> step > percent).findFirst().orElse(STEPS.getLast()));
    }

    /// The next smaller one; the smallest stays.
    public TextSize smaller() {
        return new TextSize(STEPS.reversed().stream().filter(step -> step < percent).findFirst().orElse(STEPS.getFirst()));
    }

    /// Gives a scene this size, in place of the one that it was given before.
    ///
    /// @param presenting whether an audience looks on, from further away
    public void applyTo(Scene scene, boolean presenting) {
        double factor = percent / 100.0 * (presenting ? TO_AN_AUDIENCE : 1);
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith(DATA));
        if (factor > 1) {
            scene.getStylesheets().add(DATA + Base64.getEncoder().encodeToString(scaled(factor).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// The styles with their lengths multiplied; those without a unit and those in pixels, since `em` follows the font anyway.
    static String scaled(double factor) {
        String icons = ".ikonli-font-icon { -fx-icon-size: 18; }\n";
        Matcher lengths = LENGTH.matcher(icons + appCss());
        StringBuilder css = new StringBuilder();
        while (lengths.find()) {
            double length = Double.parseDouble(lengths.group(2)) * factor;
            String unit = lengths.group(3) == null ? "" : "px";
            lengths.appendReplacement(css, String.format(Locale.ROOT, "%s: %.1f%s;", lengths.group(1), length, unit));
        }
        return lengths.appendTail(css).toString();
    }

    private static String appCss() {
        try (InputStream css = Objects.requireNonNull(TextSize.class.getResourceAsStream("app.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
