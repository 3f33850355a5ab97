package org.shoptrace.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.shoptrace.core.catalog.Vocabulary.Fact;
import org.shoptrace.core.catalog.Vocabulary.Family;
import org.shoptrace.core.catalog.Vocabulary.Page;
import org.shoptrace.core.catalog.Vocabulary.ProductType;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// Reads the vocabulary that the program carries: `vocabulary.json` and `facts.json`, beside this class.
/// They are part of the program, so a mistake in them is a bug and no failure of a user's file.
public final class VocabularyReader {
    private VocabularyReader() {}

    /// The program's own vocabulary.
    ///
    /// @throws IllegalStateException when the program's own resources are broken
    public static Vocabulary read() {
        Json.Obj words = resource("vocabulary.json");
        Json.Obj lists = object(words, "lists");
        Json.Obj spellings = object(words, "spellings");
        Json.Obj phrases = object(words, "phrases");
        return new Vocabulary(
                objects(words, "families").stream().map(family -> family(family, lists)).toList(),
                valueLists(object(spellings, "keys"), lists),
                valueLists(object(spellings, "values"), lists),
                map(object(phrases, "keys"), VocabularyReader::text),
                map(object(phrases, "values"), VocabularyReader::text),
                valueLists(object(phrases, "services"), lists),
                objects(resource("facts.json"), "facts").stream().map(VocabularyReader::fact).toList());
    }

    private static Family family(Json.Obj family, Json.Obj lists) {
        return new Family(
                text(family, "category"),
                family.get("themed").equals(Optional.of(new Json.Bool(true))),
                texts(family, "brands"),
                objects(family, "types").stream().map(type -> type(type, lists)).toList());
    }

    private static ProductType type(Json.Obj type, Json.Obj lists) {
        return new ProductType(
                text(type, "noun"),
                text(type, "leaf"),
                texts(type, "wanted"),
                number(type, "price"),
                number(type, "spread"),
                texts(type, "qualifiers"),
                texts(type, "tails"),
                valueLists(object(type, "options"), lists),
                valueLists(object(type, "attributes"), lists));
    }

    private static Fact fact(Json.Obj fact) {
        return new Fact(
                text(fact, "answer"),
                text(fact, "kind"),
                text(fact, "question"),
                objects(fact, "pages").stream()
                        .map(page -> new Page(text(page, "url"), text(page, "title"), text(page, "content")))
                        .toList());
    }

    /// `{key: [values]}`, where `"@name"` stands for a list that several keys share.
    private static SequencedMap<String, List<String>> valueLists(Json.Obj object, Json.Obj lists) {
        return map(object, value -> switch (value) {
            case Json.Str(String name) when name.startsWith("@") -> texts(lists, name.substring(1));
            case Json.Arr(var items) -> items.stream().map(VocabularyReader::text).toList();
            default -> throw broken(value.toString());
        });
    }

    private static <V> SequencedMap<String, V> map(Json.Obj object, Function<Json, V> value) {
        SequencedMap<String, V> map = new LinkedHashMap<>();
        object.fields().forEach((key, json) -> map.put(key, value.apply(json)));
        return map;
    }

    private static Json.Obj object(Json.Obj object, String key) {
        return object.object(key).orElseThrow(() -> broken(key));
    }

    private static List<Json.Obj> objects(Json.Obj object, String key) {
        List<Json.Obj> objects = new ArrayList<>();
        for (Json item : object.items(key)) {
            if (!(item instanceof Json.Obj member)) {
                throw broken(key);
            }
            objects.add(member);
        }
        return objects;
    }

    private static List<String> texts(Json.Obj object, String key) {
        return object.items(key).stream().map(VocabularyReader::text).toList();
    }

    private static String text(Json.Obj object, String key) {
        return object.text(key).orElseThrow(() -> broken(key));
    }

    private static String text(Json value) {
        return value.asText().orElseThrow(() -> broken(value.toString()));
    }

    private static double number(Json.Obj object, String key) {
        if (object.fields().get(key) instanceof Json.Num number) {
            return number.asDouble();
        }
        throw broken(key);
    }

    private static Json.Obj resource(String name) {
        try (InputStream in = VocabularyReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw broken(name + " is missing");
            }
            if (JsonReader.read(in.readAllBytes()) instanceof Json.Obj object) {
                return object;
            }
            throw broken(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static IllegalStateException broken(String where) {
        return new IllegalStateException("the program's vocabulary is broken at " + where);
    }
}
