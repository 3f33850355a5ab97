package org.shoptrace.core.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.chart.PictureDifference;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.markup.MarkupText;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.ProvenanceWords;
import org.shoptrace.core.table.CsvRows;
import org.shoptrace.model.json.Json;

/// Holds a file that was exported against the same file made again: tables and JSON byte by byte, pages and pictures by what they say. What
/// made them, and the date of a copy, are no difference: another build is told of apart.
final class ExportComparison {
    private static final int LONGEST = 120;

    private final Provenance then;
    private final Provenance now;

    /// @param then where the export comes from
    /// @param now  where the one made again comes from
    ExportComparison(Provenance then, Provenance now) {
        this.then = then;
        this.now = now;
    }

    /// The first difference, a sentence without a full stop; empty when they are the same.
    ///
    /// @param name of the file, whose ending says what it is
    Optional<String> of(String name, byte[] exported, byte[] again) {
        if (Arrays.equals(exported, again)) {
            return Optional.empty();
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> table(exported, again);
            case "json" -> json(exported, again);
            case "html" -> texts(exported, again);
            case "svg" -> picture(name, exported, again).orElseGet(() -> texts(exported, again));
            case "png" -> picture(name, exported, again).orElseGet(() -> PictureDifference.of(exported, again));
            case "txt" -> text(exported, again);
            default -> lines(exported, again);
        };
    }

    /// What differs in the numbers of a picture that nobody has changed, whatever fonts it was drawn with; empty when it says too little of
    /// itself, and is to be looked at.
    private static Optional<Optional<String>> picture(String name, byte[] exported, byte[] again) {
        Optional<CarriedChart> one = CarriedChart.in(name, exported).filter(chart -> chart.isAsDrawn(exported));
        Optional<CarriedChart> other = CarriedChart.in(name, again);
        if (one.isEmpty() || other.isEmpty() || one.get().values().isEmpty()) {
            return Optional.empty();
        }
        if (one.get().values().size() != other.get().values().size()) {
            return Optional.of(Optional.of(
                    "it shows " + one.get().values().size() + " numbers, made again " + other.get().values().size()));
        }
        return Optional.of(new ChartComparison(other.get().values()).of(one.get()).why());
    }

    private static Optional<String> table(byte[] exported, byte[] again) {
        List<List<String>> one = CsvRows.of(new String(exported, StandardCharsets.UTF_8));
        List<List<String>> other = CsvRows.of(new String(again, StandardCharsets.UTF_8));
        List<String> heading = one.isEmpty() ? List.of() : one.getFirst();
        for (int row = 0; row < Math.min(one.size(), other.size()); row++) {
            for (int cell = 0; cell < Math.min(one.get(row).size(), other.get(row).size()); cell++) {
                if (!one.get(row).get(cell).equals(other.get(row).get(cell))) {
                    return Optional.of("row " + (row + 1) + ", column " + (cell < heading.size() ? heading.get(cell) : cell + 1) + ": "
                            + quoted(one.get(row).get(cell)) + ", made again " + quoted(other.get(row).get(cell)));
                }
            }
            if (one.get(row).size() != other.get(row).size()) {
                return Optional.of("row " + (row + 1) + " has " + one.get(row).size() + " cells, made again " + other.get(row).size());
            }
        }
        return Optional.of(one.size() == other.size()
                ? "the same cells in other bytes"
                : "it has " + one.size() + " rows, made again " + other.size());
    }

    private Optional<String> json(byte[] exported, byte[] again) {
        try {
            Json one = JsonReader.read(exported);
            Json other = alike(JsonReader.read(again));
            // An object of our own is written with its lines apart, and is the same again when it is written anew.
            if (Arrays.equals(exported, (JsonWriter.indented(other) + "\n").getBytes(StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
            Optional<String> difference = JsonDifference.of(one, other);
            return difference.isPresent() ? difference : Optional.of("the same values in other bytes");
        } catch (JsonSyntaxException e) {
            return Optional.of("it is no JSON any more, " + e.getMessage());
        }
    }

    /// What was made again as the program and the date of the export would have it.
    private Json alike(Json json) {
        return switch (json) {
            case Json.Arr list -> Json.array(list.items().stream().map(this::alike).toList());
            case Json.Obj object -> {
                Json.Obj alike = object;
                Optional<Provenance> own = object.get(ProvenanceJson.FIELD).flatMap(ProvenanceJson::decode);
                if (own.isPresent()) {
                    alike = ProvenanceJson.last(alike, alike(own.get()));
                }
                Optional<Json.Obj> extra = object.object("extra");
                if (extra.flatMap(one -> one.object("shoptrace")).flatMap(one -> one.get(ProvenanceJson.FIELD)).isPresent()) {
                    alike = alike.with("extra", extra.get().with("shoptrace", alike(extra.get().object("shoptrace").orElseThrow())));
                }
                yield alike;
            }
            default -> json;
        };
    }

    private Provenance alike(Provenance again) {
        return again.as(then);
    }

    private boolean isDatedByFiles() {
        return then.data().filter(date -> date.from() == Provenance.From.FILES).isPresent();
    }

    private Optional<String> texts(byte[] exported, byte[] again) {
        Optional<MarkupText> one = MarkupText.read(exported);
        Optional<MarkupText> other = MarkupText.read(again);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of("it cannot be read any more as Shoptrace wrote it");
        }
        return texts(told(one.get().texts()), told(other.get().texts()));
    }

    /// Without the warning of changed documents, which are not the export's.
    private List<String> told(List<String> texts) {
        return texts.stream().map(this::withoutWarning).filter(text -> !text.isBlank()).toList();
    }

    private String withoutWarning(String text) {
        String told = text;
        for (Provenance of : List.of(then, now)) {
            Optional<String> warning = of.catalogue().flatMap(Provenance.Catalogue::warning);
            told = warning.isPresent() ? told.replace(" " + warning.get(), "").replace(warning.get(), "") : told;
        }
        return told;
    }

    private Optional<String> text(byte[] exported, byte[] again) {
        return texts(
                told(List.of(new String(exported, StandardCharsets.UTF_8))), told(List.of(new String(again, StandardCharsets.UTF_8))));
    }

    private Optional<String> texts(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(alike(other.get(i)))) {
                return Optional.of("it says " + quoted(one.get(i)) + ", made again " + quoted(other.get(i))
                        + (i > 0 ? ", after " + quoted(one.get(i - 1)) : ""));
            }
        }
        return one.size() == other.size()
                ? Optional.empty()
                : Optional.of("it has " + one.size() + " texts, made again " + other.size());
    }

    private String alike(String text) {
        String alike = text.replace(now.program().text(), then.program().text());
        if (isDatedByFiles() && now.data().isPresent()) {
            alike = alike.replace(ProvenanceWords.day(now.data().get()), ProvenanceWords.day(then.data().orElseThrow()));
        }
        return alike;
    }

    private static Optional<String> lines(byte[] exported, byte[] again) {
        List<String> one = new String(exported, StandardCharsets.UTF_8).lines().toList();
        List<String> other = new String(again, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Optional.of("line " + (i + 1) + ": " + quoted(one.get(i)) + ", made again " + quoted(other.get(i)));
            }
        }
        return Optional.of("it has " + one.size() + " lines, made again " + other.size());
    }

    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return "“" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "”";
    }
}
