package org.shoptrace.core.provenance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.shoptrace.core.provenance.Provenance.Catalogue;
import org.shoptrace.core.provenance.Provenance.DataDate;
import org.shoptrace.core.provenance.Provenance.Diagnosed;
import org.shoptrace.core.provenance.Provenance.From;
import org.shoptrace.core.provenance.Provenance.Input;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.Provenance.Source;
import org.shoptrace.core.provenance.Provenance.Word;
import org.shoptrace.model.json.Json;

/// A provenance as JSON, in the form of `src/site/markdown/provenance.md`. Fields that a later version adds are ignored.
public final class ProvenanceJson {
    /// The field that holds it in an export.
    public static final String FIELD = "provenance";

    private static final int VERSION = 1;

    private ProvenanceJson() {}

    /// Optional parts that are not known are left out.
    public static Json.Obj encode(Provenance provenance) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("schema_version", Json.Num.of(VERSION));
        fields.put("program", program(provenance.program()));
        fields.put("command", Json.of(provenance.command()));
        fields.put("arguments", Json.array(provenance.words().stream().map(ProvenanceJson::word).toList()));
        settings(provenance.settings(), fields);
        provenance.catalogue().ifPresent(catalogue -> fields.put("catalogue", catalogue(catalogue)));
        fields.put("inputs", Json.array(provenance.inputs().stream().map(ProvenanceJson::input).toList()));
        provenance.data().ifPresent(date -> {
            fields.put("data_date", Json.of(date.newest().toString()));
            fields.put("data_date_from", Json.of(date.from().name().toLowerCase(Locale.ROOT)));
        });
        return new Json.Obj(fields);
    }

    /// An object with the provenance as its first field.
    public static Json.Obj first(Provenance provenance, Json.Obj object) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put(FIELD, encode(provenance));
        object.fields().forEach(fields::put);
        return new Json.Obj(fields);
    }

    /// An object with the provenance as its last field, behind the fields that programs know.
    public static Json.Obj last(Json.Obj object, Provenance provenance) {
        return object.with(FIELD, encode(provenance));
    }

    /// Empty when it is no provenance of a version that this program knows.
    public static Optional<Provenance> decode(Json json) {
        if (!(json instanceof Json.Obj fields) || number(fields, "schema_version").orElse(0) != VERSION) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Provenance(
                    fields.object("program").map(ProvenanceJson::program).orElseThrow(() -> missing("program")),
                    fields.items("arguments").stream().map(ProvenanceJson::word).toList(),
                    settings(fields),
                    fields.object("catalogue").map(ProvenanceJson::catalogue),
                    fields.items("inputs").stream().map(ProvenanceJson::input).toList(),
                    date(fields)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Json.Obj program(Program program) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", Json.of("Shoptrace"));
        fields.put("version", Json.of(program.version()));
        program.commit().ifPresent(commit -> fields.put("commit", Json.of(commit)));
        return new Json.Obj(fields);
    }

    private static Program program(Json.Obj fields) {
        return new Program(required(fields, "version"), fields.text("commit"));
    }

    private static Json word(Word word) {
        return switch (word) {
            case Provenance.Text(String text) -> Json.of(text);
            case Provenance.Place(String prefix, String name) when prefix.isEmpty() -> Json.Obj.EMPTY.with("input", Json.of(name));
            case Provenance.Place(String prefix, String name) ->
                Json.Obj.EMPTY.with("prefix", Json.of(prefix)).with("input", Json.of(name));
            case Provenance.CatalogueWord _ -> Json.Obj.EMPTY.with("catalogue", new Json.Bool(true));
            case Provenance.Out(String name) -> Json.Obj.EMPTY.with("out", Json.of(name));
        };
    }

    private static Word word(Json json) {
        if (json instanceof Json.Str(String text)) {
            return new Provenance.Text(text);
        }
        if (json instanceof Json.Obj fields) {
            if (fields.text("input").isPresent()) {
                return new Provenance.Place(fields.text("prefix").orElse(""), required(fields, "input"));
            }
            if (fields.get("catalogue").isPresent()) {
                return new Provenance.CatalogueWord();
            }
            return new Provenance.Out(required(fields, "out"));
        }
        throw new IllegalArgumentException("no word: " + json);
    }

    private static void settings(Settings settings, SequencedMap<String, Json> fields) {
        settings.profile().ifPresent(profile -> fields.put("profile", Json.of(profile)));
        settings.similarity().ifPresent(similarity -> {
            SequencedMap<String, Json> titles = new LinkedHashMap<>();
            titles.put("model", Json.of(similarity.model()));
            titles.put("comparable_with_published", new Json.Bool(similarity.comparable()));
            similarity.sha256().ifPresent(hash -> titles.put("sha256", Json.of(hash)));
            fields.put("similarity", new Json.Obj(titles));
        });
        settings.noThink().ifPresent(flag -> fields.put("no_think", new Json.Bool(flag)));
        settings.stepLimit().ifPresent(steps -> fields.put("step_limit", Json.Num.of(steps)));
        settings.seed().ifPresent(seed -> fields.put("seed", Json.Num.of(seed)));
        settings.resamples().ifPresent(count -> fields.put("resamples", Json.Num.of(count)));
        settings.diagnosed().ifPresent(part -> fields.put("diagnosed", Json.Obj.EMPTY
                .with("runs", Json.Num.of(part.runs()))
                .with("of", Json.Num.of(part.of()))));
    }

    private static Settings settings(Json.Obj fields) {
        return new Settings(
                fields.text("profile"),
                fields.object("similarity").map(titles -> new Similarity(
                        required(titles, "model"), flag(titles, "comparable_with_published").orElse(false), titles.text("sha256"))),
                flag(fields, "no_think"),
                whole(fields, "step_limit"),
                number(fields, "seed"),
                whole(fields, "resamples"),
                fields.object("diagnosed").map(part -> new Diagnosed(whole(part, "runs").orElse(0), whole(part, "of").orElse(0))));
    }

    private static Json.Obj catalogue(Catalogue catalogue) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("fingerprint", Json.of(catalogue.fingerprint()));
        fields.put("products", Json.Num.of(catalogue.products()));
        List<Json> sources = new ArrayList<>();
        for (Source source : catalogue.sources()) {
            SequencedMap<String, Json> one = new LinkedHashMap<>();
            one.put("name", Json.of(source.name()));
            source.bytes().ifPresent(bytes -> one.put("bytes", Json.Num.of(bytes)));
            source.sha256().ifPresent(hash -> one.put("sha256", Json.of(hash)));
            sources.add(new Json.Obj(one));
        }
        fields.put("sources", Json.array(sources));
        if (!catalogue.changed().isEmpty()) {
            fields.put("changed_since_indexing", Json.texts(catalogue.changed()));
        }
        return new Json.Obj(fields);
    }

    private static Catalogue catalogue(Json.Obj fields) {
        List<Source> sources = fields.items("sources").stream()
                .map(item -> (item instanceof Json.Obj one) ? one : Json.Obj.EMPTY)
                .map(one -> new Source(required(one, "name"), number(one, "bytes"), one.text("sha256")))
                .toList();
        return new Catalogue(
                required(fields, "fingerprint"), whole(fields, "products").orElse(0), sources,
                fields.items("changed_since_indexing").stream().flatMap(name -> name.asText().stream()).toList());
    }

    private static Json.Obj input(Input input) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("role", Json.of(input.role().wireName()));
        fields.put("name", Json.of(input.name()));
        input.bytes().ifPresent(bytes -> fields.put("bytes", Json.Num.of(bytes)));
        input.sha256().ifPresent(hash -> fields.put("sha256", Json.of(hash)));
        return new Json.Obj(fields);
    }

    private static Input input(Json json) {
        if (!(json instanceof Json.Obj fields)) {
            throw new IllegalArgumentException("no input: " + json);
        }
        String role = required(fields, "role");
        return new Input(
                Arrays.stream(Making.Role.values()).filter(one -> one.wireName().equals(role)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no role: " + role)),
                required(fields, "name"),
                number(fields, "bytes"),
                fields.text("sha256"));
    }

    private static Optional<DataDate> date(Json.Obj fields) {
        return fields.text("data_date").map(date -> new DataDate(
                Instant.parse(date), fields.text("data_date_from").orElse("").equals("runs") ? From.RUNS : From.FILES));
    }

    private static String required(Json.Obj fields, String key) {
        return fields.text(key).orElseThrow(() -> missing(key));
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("no " + key);
    }

    private static Optional<Boolean> flag(Json.Obj fields, String key) {
        return fields.get(key).orElse(Json.NULL) instanceof Json.Bool(boolean value) ? Optional.of(value) : Optional.empty();
    }

    private static OptionalLong number(Json.Obj fields, String key) {
        return fields.get(key).orElse(Json.NULL) instanceof Json.Num number && number.isInteger()
                ? parsed(number.text())
                : OptionalLong.empty();
    }

    /// A number that no program of ours wrote says nothing.
    private static OptionalLong parsed(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalInt whole(Json.Obj fields, String key) {
        OptionalLong number = number(fields, key);
        return number.isPresent() && Math.abs(number.getAsLong()) <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }
}
