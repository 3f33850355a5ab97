package org.shoptrace.core.trajectory.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// Images that a record lists beside its messages, in whose texts `<image>` stands for each (LLaMA-Factory, Qwen's and LLaVA's data).
final class Illustrations {
    private static final String PLACE = "<image>";

    private Illustrations() {}

    /// The messages with their images in them, as parts of their content; the messages themselves where the record lists none.
    static List<Json> in(Json.Obj record, List<Json> messages) {
        Deque<Json> images = new ArrayDeque<>(record.items("images"));
        record.get("image").filter(Json.Str.class::isInstance).ifPresent(images::add);
        return images.isEmpty() ? messages : messages.stream().map(message -> in(message, images)).toList();
    }

    private static Json in(Json json, Deque<Json> images) {
        if (!(json instanceof Json.Obj message)) {
            return json;
        }
        String key = message.get("content").isPresent() ? "content" : "value";
        Optional<String> text = message.text(key).filter(words -> words.contains(PLACE));
        return text.isEmpty() ? message : message.with(key, new Json.Arr(parts(text.get(), images)));
    }

    private static List<Json> parts(String text, Deque<Json> images) {
        List<Json> parts = new ArrayList<>();
        String rest = text;
        while (rest.contains(PLACE) && !images.isEmpty()) {
            add(rest.substring(0, rest.indexOf(PLACE)), parts);
            rest = rest.substring(rest.indexOf(PLACE) + PLACE.length());
            parts.add(Json.Obj.EMPTY.with("type", Json.of("image")).with("source", source(images.removeFirst())));
        }
        add(rest, parts);
        return parts;
    }

    private static Json source(Json image) {
        return image instanceof Json.Obj ? image : Json.Obj.EMPTY.with("path", image);
    }

    private static void add(String text, List<Json> parts) {
        if (!text.isBlank()) {
            parts.add(Json.Obj.EMPTY.with("type", Json.of("text")).with("text", Json.of(text.strip())));
        }
    }
}
