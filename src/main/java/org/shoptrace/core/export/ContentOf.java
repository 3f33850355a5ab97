package org.shoptrace.core.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What is said and answered in a step, with its images where they stood: a text alone, or parts of texts and images. Texts of one speaker
/// are asked for in their order. Not for use by several threads.
final class ContentOf {
    /// What stands in a text where an image stood.
    private static final String IMAGE = "[image]";

    private final Deque<Picture> pictures;
    private final Function<String, Json> image;

    /// @param image how an image at an address is written
    ContentOf(Step step, Function<String, Json> image) {
        this.pictures = new ArrayDeque<>(step.pictures());
        this.image = image;
    }

    /// Of an image as chat interfaces have it.
    static Json inMessage(String address) {
        return Json.Obj.EMPTY.with("type", Json.of("image_url"))
                .with("image_url", Json.Obj.EMPTY.with("url", Json.of(address)));
    }

    /// Of an image as ATIF has it: an address in the place of a path.
    static Json inAtif(String address) {
        int media = address.startsWith("data:") ? address.indexOf(';') : -1;
        String type = media > 0 ? address.substring("data:".length(), media) : mediaType(address);
        return Json.Obj.EMPTY.with("type", Json.of("image"))
                .with("source", Json.Obj.EMPTY.with("media_type", Json.of(type)).with("path", Json.of(address)));
    }

    private static String mediaType(String address) {
        String ending = address.substring(address.lastIndexOf('.') + 1);
        return switch (ending) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif", "webp" -> "image/" + ending;
            default -> "image/png";
        };
    }

    /// Of what another than the agent says.
    Json said(Speaker speaker, String text) {
        return parts(text, taken(text, Optional.empty(), Optional.of(speaker)));
    }

    /// Of what the agent says.
    Json said(String text) {
        return parts(text, taken(text, Optional.empty(), Optional.empty()));
    }

    /// Of an answer that is a text; of one that is written as JSON the images follow it.
    Json answer(ToolCall call, String text, boolean json) {
        List<Picture> shown = pictures.stream().filter(picture -> picture.call().equals(Optional.of(call.number()))).toList();
        pictures.removeAll(shown);
        if (!json) {
            return parts(text, shown);
        }
        List<Json> parts = new ArrayList<>(List.of(text(text)));
        shown.forEach(picture -> parts.add(image.apply(picture.address())));
        return shown.isEmpty() ? Json.of(text) : new Json.Arr(parts);
    }

    /// As many as the text has places for.
    private List<Picture> taken(String text, Optional<Integer> call, Optional<Speaker> speaker) {
        List<Picture> taken = new ArrayList<>();
        int places = text.split(Pattern.quote(IMAGE), -1).length - 1;
        for (Picture picture : List.copyOf(pictures)) {
            if (taken.size() < places && picture.call().equals(call) && picture.speaker().equals(speaker)) {
                pictures.remove(picture);
                taken.add(picture);
            }
        }
        return taken;
    }

    private Json parts(String text, List<Picture> shown) {
        if (shown.isEmpty()) {
            return Json.of(text);
        }
        List<Json> parts = new ArrayList<>();
        String rest = text;
        for (Picture picture : shown) {
            int place = rest.indexOf(IMAGE);
            String before = place < 0 ? rest : rest.substring(0, place);
            rest = place < 0 ? "" : rest.substring(place + IMAGE.length());
            rest = rest.startsWith("\n") ? rest.substring(1) : rest;
            before = before.endsWith("\n") ? before.substring(0, before.length() - 1) : before;
            if (!before.isEmpty()) {
                parts.add(text(before));
            }
            parts.add(image.apply(picture.address()));
        }
        if (!rest.isEmpty()) {
            parts.add(text(rest));
        }
        return new Json.Arr(parts);
    }

    private static Json text(String text) {
        return Json.Obj.EMPTY.with("type", Json.of("text")).with("text", Json.of(text));
    }
}
