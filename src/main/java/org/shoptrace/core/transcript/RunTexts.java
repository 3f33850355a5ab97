package org.shoptrace.core.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// The texts of a step, part by part in the order in which they are read.
public final class RunTexts {
    /// What the other parts show, or what repeats from step to step.
    private static final Set<String> SHOWN = Set.of(
            "completion.message.user",
            "completion.message.think",
            "completion.message.tool_call",
            "completion.message.obs",
            "completion.message.response",
            "completion.reasoning_content");

    private static final Set<String> REPEATED = Set.of("prompt", "extra_info.query");

    private RunTexts() {}

    /// @param fields whether the fields that no other part shows come too
    public static List<PartText> of(Step step, boolean fields) {
        List<PartText> texts = new ArrayList<>();
        int number = step.number();
        others(step, true, texts);
        step.think().ifPresent(text -> texts.add(new PartText(Part.ofStep(number, Part.Kind.THOUGHT), text)));
        reasoning(step).ifPresent(text -> texts.add(new PartText(Part.ofStep(number, Part.Kind.REASONING), text)));
        for (ToolCall call : step.calls()) {
            texts.add(new PartText(Part.ofCall(number, call.number(), Part.Kind.CALL), call.name() + " " + arguments(call)));
            call.observation().ifPresent(answer -> texts.addAll(answer(number, call.number(), ShownAnswer.of(answer))));
        }
        step.response().ifPresent(text -> texts.add(new PartText(Part.ofStep(number, Part.Kind.RESPONSE), text)));
        output(step).ifPresent(text -> texts.add(new PartText(Part.ofStep(number, Part.Kind.OUTPUT), text)));
        others(step, false, texts);
        if (fields) {
            texts.addAll(fields(step));
        }
        return texts;
    }

    private static void others(Step step, boolean before, List<PartText> texts) {
        for (int i = 0; i < step.others().size(); i++) {
            if (step.others().get(i).before() == before) {
                texts.add(new PartText(Part.ofOther(step.number(), i + 1), step.others().get(i).text()));
            }
        }
    }

    /// The reasoning that the model's server reports beside its text, when the message does not repeat it.
    public static Optional<String> reasoning(Step step) {
        return step.reasoning().filter(text -> !text.isBlank() && !step.think().equals(Optional.of(text.strip())));
    }

    /// The model's text as it came, when nothing could be read from it.
    public static Optional<String> output(Step step) {
        return step.think().isEmpty() && step.calls().isEmpty() && step.response().isEmpty()
                ? step.content().filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /// A call's arguments as people read them: `q="rear light" page=1`. A text of several lines, such as a program, keeps them.
    public static String arguments(ToolCall call) {
        if (!(call.parameters() instanceof Json.Obj(var fields))) {
            return JsonWriter.compact(call.parameters());
        }
        StringBuilder text = new StringBuilder();
        fields.forEach((key, value) -> {
            boolean lines = value instanceof Json.Str(String words) && words.strip().indexOf('\n') >= 0;
            if (!text.isEmpty()) {
                text.append(lines || text.charAt(text.length() - 1) == '\n' ? "\n" : " ");
            }
            text.append(key).append('=');
            text.append(lines ? "\n" + value.asText().orElse("").strip() + "\n" : JsonWriter.compact(value));
        });
        return text.toString().stripTrailing();
    }

    /// The fields of a step that no other part shows, by their path; of the prompts only the first step's.
    public static List<PartText> fields(Step step) {
        List<PartText> texts = new ArrayList<>();
        leaves("", step.source(), step.number() == 1, (path, text) -> texts.add(new PartText(Part.ofField(step.number(), path), text)));
        return texts;
    }

    private static List<PartText> answer(int step, int call, ShownAnswer answer) {
        List<PartText> texts = new ArrayList<>();
        switch (answer) {
            case ShownAnswer.Offers(var offers) -> offers.forEach(
                    offer -> texts.add(new PartText(Part.ofItem(step, call, texts.size() + 1), values(offer.source()))));
            case ShownAnswer.Pages(var pages) -> pages.forEach(
                    page -> texts.add(new PartText(Part.ofItem(step, call, texts.size() + 1), page(page))));
            case ShownAnswer.Words(String text) when !text.isEmpty() ->
                texts.add(new PartText(Part.ofCall(step, call, Part.Kind.ANSWER), text));
            case ShownAnswer.Words _ -> {}
        }
        return texts;
    }

    private static String values(Json source) {
        StringBuilder text = new StringBuilder();
        leaves("", source, true, (_, value) -> text.append(value).append('\n'));
        return text.toString().stripTrailing();
    }

    /// A viewed product as one text, as it is looked through.
    public static String page(ShownAnswer.Page page) {
        StringBuilder text = new StringBuilder(page.detail().productId());
        page.title().ifPresent(title -> text.append('\n').append(title));
        page.price().ifPresent(price -> text.append('\n').append(price));
        page.detail().variants()
                .forEach(variant -> variant.options().forEach((key, value) -> text.append('\n').append(key).append(' ').append(value)));
        page.detail().attributes().forEach((key, values) -> text.append('\n').append(key).append(' ').append(String.join(" ", values)));
        text.append('\n').append(page.detail().shortDescription());
        if (!page.detail().description().equals(page.detail().shortDescription())) {
            text.append('\n').append(page.detail().description());
        }
        page.more().forEach((key, value) -> text.append('\n').append(key).append(' ').append(value));
        return text.toString();
    }

    private static void leaves(String path, Json value, boolean repeated, BiConsumer<String, String> leaf) {
        if (SHOWN.contains(path) || !repeated && REPEATED.contains(path)) {
            return;
        }
        switch (value) {
            case Json.Obj(Map<String, Json> fields) ->
                fields.forEach((key, field) -> leaves(path.isEmpty() ? key : path + "." + key, field, repeated, leaf));
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    leaves(path + "[" + (i + 1) + "]", items.get(i), repeated, leaf);
                }
            }
            case Json.Null _ -> {}
            default -> {
                String text = value.asText().orElseGet(() -> JsonWriter.compact(value));
                if (!text.isBlank()) {
                    leaf.accept(path, text);
                }
            }
        }
    }
}
