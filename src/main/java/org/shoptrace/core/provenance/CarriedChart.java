package org.shoptrace.core.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shoptrace.core.chart.ChartValue;
import org.shoptrace.core.chart.PictureText;
import org.shoptrace.core.chart.PngCanvas;
import org.shoptrace.core.chart.PngFile;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.markup.MarkupText;
import org.shoptrace.model.json.Json;

/// Which chart a picture is and what numbers it shows, carried in the picture beside its [Provenance]: so that it can be held against the
/// same chart made again, whatever fonts, size and colours either has.
///
/// @param chart  its name, such as `asr`
/// @param seen   as what the window showed it; empty for one of a report
/// @param values that it shows
/// @param drawn  the SHA-256 of what is drawn, so that it is told when somebody changed it
public record CarriedChart(String chart, Optional<Seen> seen, List<ChartValue> values, String drawn) {
    private static final String KEYWORD = "shoptrace-chart";
    private static final Pattern METADATA = Pattern.compile("<metadata id=\"shoptrace-[a-z]+\">[^<]*</metadata>");

    public CarriedChart {
        values = List.copyOf(values);
    }

    /// How the window showed it.
    ///
    /// @param title    above it, with its note
    /// @param choices  that were made for it, such as `figure` and `level`, by their names for people
    /// @param inReport the report's chart that has the same numbers; empty when no report has them
    /// @param of       what all of its numbers are of beside what it names itself, such as the model or the level that was chosen
    public record Seen(String title, SequencedMap<String, String> choices, Optional<String> inReport, List<String> of) {
        public Seen {
            choices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices));
            of = List.copyOf(of);
        }

        /// The choices for people: `figure CAR, level Shop`.
        public String told() {
            return String.join(", ", choices.entrySet().stream().map(choice -> choice.getKey() + " " + choice.getValue()).toList());
        }
    }

    /// A drawing that says where it comes from and what it shows.
    public static byte[] svg(Print print, Optional<Seen> seen, Provenance origin) {
        CarriedChart carried = new CarriedChart(
                print.name(), seen, values(print, seen), Sidecar.sha256(bytes(SvgCanvas.file(print))));
        return bytes(SvgCanvas.file(print, List.of(CarriedProvenance.inPicture(origin), carried.text())));
    }

    /// A picture that says where it comes from and what it shows.
    public static byte[] png(Print print, Optional<Seen> seen, Provenance origin) {
        byte[] plain = PngCanvas.file(print);
        CarriedChart carried = new CarriedChart(print.name(), seen, values(print, seen), drawn("png", plain));
        return PngFile.carrying(plain, List.of(CarriedProvenance.inPicture(origin), carried.text()));
    }

    private static List<ChartValue> values(Print print, Optional<Seen> seen) {
        List<String> of = seen.map(Seen::of).orElse(List.of());
        return ChartValue.of(print.chart()).stream()
                .map(value -> new ChartValue(Stream.concat(of.stream(), value.at().stream())
                        .filter(text -> !text.equals(print.title()))
                        .toList(), value.numbers()))
                .toList();
    }

    /// What a picture says of itself; empty when it says nothing.
    ///
    /// @param name of the file, whose ending says what it is
    public static Optional<CarriedChart> in(String name, byte[] content) {
        Optional<String> text = switch (ending(name)) {
            case "svg" -> MarkupText.read(content).flatMap(drawing -> drawing.content("metadata", "id", KEYWORD));
            case "png" -> PngFile.text(content, KEYWORD);
            default -> Optional.empty();
        };
        return text.flatMap(CarriedChart::decoded);
    }

    /// Whether the picture still shows what was drawn.
    public boolean isAsDrawn(byte[] content) {
        return drawn.equals(drawn(PngFile.isOne(content) ? "png" : "svg", content));
    }

    private static String ending(String name) {
        return name.endsWith(".svg") ? "svg" : name.endsWith(".png") ? "png" : "";
    }

    /// Of a drawing all but what it carries along; of a picture its pixels.
    private static String drawn(String ending, byte[] content) {
        return Sidecar.sha256(ending.equals("png")
                ? PngFile.pixels(content)
                : bytes(METADATA.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private PictureText text() {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("chart", Json.of(chart));
        seen.ifPresent(how -> {
            SequencedMap<String, Json> as = new LinkedHashMap<>();
            as.put("title", Json.of(how.title()));
            SequencedMap<String, Json> choices = new LinkedHashMap<>();
            how.choices().forEach((choice, value) -> choices.put(choice, Json.of(value)));
            as.put("choices", new Json.Obj(choices));
            how.inReport().ifPresent(name -> as.put("in_report", Json.of(name)));
            fields.put("seen", new Json.Obj(as));
        });
        fields.put("values", Json.array(values.stream()
                .map(value -> Json.Obj.EMPTY.with("at", Json.texts(value.at()))
                        .with("numbers", Json.array(value.numbers().stream().map(Json.Num::of).toList())))
                .toList()));
        fields.put("drawn", Json.of(drawn));
        return new PictureText(KEYWORD, JsonWriter.compact(new Json.Obj(fields)));
    }

    private static Optional<CarriedChart> decoded(String text) {
        try {
            return JsonReader.read(bytes(text)) instanceof Json.Obj fields && fields.text("chart").isPresent()
                    ? Optional.of(new CarriedChart(
                            fields.text("chart").get(), fields.object("seen").map(CarriedChart::seen),
                            fields.items("values").stream().flatMap(item -> value(item).stream()).toList(),
                            fields.text("drawn").orElse("")))
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Seen seen(Json.Obj fields) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        for (Map.Entry<String, Json> choice : fields.object("choices").orElse(Json.Obj.EMPTY).fields().entrySet()) {
            choice.getValue().asText().ifPresent(value -> choices.put(choice.getKey(), value));
        }
        return new Seen(fields.text("title").orElse(""), choices, fields.text("in_report"), List.of());
    }

    private static Optional<ChartValue> value(Json item) {
        return item instanceof Json.Obj value
                ? Optional.of(new ChartValue(
                        value.items("at").stream().flatMap(at -> at.asText().stream()).toList(),
                        value.items("numbers").stream()
                                .filter(Json.Num.class::isInstance)
                                .map(number -> ((Json.Num) number).asDouble())
                                .toList()))
                : Optional.empty();
    }
}
