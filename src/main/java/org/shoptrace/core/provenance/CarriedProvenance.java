package org.shoptrace.core.provenance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.chart.PictureText;
import org.shoptrace.core.chart.PngFile;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.markup.MarkupText;
import org.shoptrace.model.json.Json;

/// How exports carry their provenance, and where it is found again: a page in a `meta` element of its head, an SVG in `metadata`, a PNG in
/// a chunk of text, JSON of our own form in the field `provenance`, all others in a [Sidecar].
public final class CarriedProvenance {
    private static final String KEYWORD = "shoptrace-provenance";

    private CarriedProvenance() {}

    /// What a page says of itself to programs.
    public static SequencedMap<String, String> inPage(Provenance provenance) {
        SequencedMap<String, String> carried = new LinkedHashMap<>();
        carried.put("generator", provenance.program().text());
        carried.put(KEYWORD, text(provenance));
        return carried;
    }

    /// What a picture carries along.
    public static PictureText inPicture(Provenance provenance) {
        return new PictureText(KEYWORD, text(provenance));
    }

    private static String text(Provenance provenance) {
        return JsonWriter.compact(ProvenanceJson.encode(provenance));
    }

    /// Whether an element of a page or of a drawing carries it: in a page as its `content`, in a drawing as its text.
    public static boolean isIn(String element, Map<String, String> attributes) {
        return element.equals("meta") && KEYWORD.equals(attributes.get("name"))
                || element.equals("metadata") && KEYWORD.equals(attributes.get("id"));
    }

    /// What a page or a picture carries in itself, as it is written there; empty when it carries nothing.
    ///
    /// @param name of the file, whose ending says what it is
    public static Optional<String> text(String name, byte[] content) {
        return switch (ending(name)) {
            case "html" -> MarkupText.read(content).flatMap(page -> page.attribute("meta", "name", KEYWORD, "content"));
            case "svg" -> MarkupText.read(content).flatMap(drawing -> drawing.content("metadata", "id", KEYWORD));
            case "png" -> PngFile.text(content, KEYWORD);
            default -> Optional.empty();
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// What a file carries in itself; empty when it carries nothing.
    ///
    /// @param name of the file, whose ending says what it is
    public static Optional<Provenance> in(String name, byte[] content) {
        return ending(name).equals("json")
                ? json(content).flatMap(CarriedProvenance::ofJson)
                : text(name, content).flatMap(
                        CarriedProvenance::parsed);
    }

    private static Optional<Provenance> parsed(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8)).flatMap(ProvenanceJson::decode);
    }

    private static Optional<Json> json(byte[] content) {
        try {
            return Optional.of(JsonReader.read(content));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /// Of several objects the first speaks for all. ATIF has a place of its own for what others do not know.
    private static Optional<Provenance> ofJson(Json json) {
        Json first = json instanceof Json.Arr list && !list.items().isEmpty() ? list.items().getFirst() : json;
        if (!(first instanceof Json.Obj fields)) {
            return Optional.empty();
        }
        return fields.get(ProvenanceJson.FIELD)
                .or(() -> fields.object("extra").flatMap(extra -> extra.object("shoptrace")).flatMap(own -> own.get(ProvenanceJson.FIELD)))
                .flatMap(ProvenanceJson::decode);
    }
}
