package org.shoptrace.core.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.picture.PageImage;
import org.shoptrace.core.transcript.OwnWords;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Interjection;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What was thought, asked, answered and said, step by step.
final class TranscriptSection {
    private final PageText page;
    private final Run run;
    private final Set<String> targets;
    private final boolean pesos;
    /// In characters.
    private long roomForImages = 60_000_000;

    /// @param shown what was found, when targets may be marked
    /// @param pesos whether prices are the benchmark's, Philippine pesos; of other shops they are given as recorded
    TranscriptSection(PageText page, Run run, Optional<Diagnosis> shown, boolean pesos) {
        this.page = page;
        this.run = run;
        this.targets = shown.map(Diagnosis::targets).orElse(List.of()).stream().map(TargetTrack::productId)
                .collect(Collectors.toCollection(HashSet::new));
        this.pesos = pesos;
    }

    void write() {
        page.heading("steps", "Steps");
        if (run.steps().isEmpty()) {
            page.element("p", "The run has no steps.", "class", "muted");
        }
        run.steps().forEach(this::step);
        page.close();
    }

    private void step(Step step) {
        page.open("article", "id", PageText.anchor(step.number(), OptionalInt.empty()));
        page.element("h3", "Step " + step.number() + " of " + run.steps().size());
        String made = OwnWords.generation(step.generation());
        if (!made.isEmpty()) {
            page.element("p", made, "class", step.generation().isCutOff() ? "trouble" : "muted");
        }
        step.others().stream().filter(Interjection::before).forEach(this::said);
        pictures(step, picture -> picture.call().isEmpty() && picture.speaker().isPresent());
        step.think().ifPresent(text -> said("Thought", text, "think"));
        step.reasoning()
                .filter(text -> !text.isBlank() && !step.think().map(String::strip).equals(Optional.of(text.strip())))
                .ifPresent(text -> said("Reasoning", text, "think"));
        step.calls().forEach(call -> call(step, call));
        pictures(step, picture -> picture.call().isEmpty() && picture.speaker().isEmpty());
        step.response().ifPresent(text -> said("Answer to the user", text, "response"));
        if (step.think().isEmpty() && step.calls().isEmpty() && step.response().isEmpty()) {
            page.element("p", "The model gave no reply that could be read.", "class", "trouble");
            step.content().filter(text -> !text.isBlank()).ifPresent(text -> said("Its text as it came", text, "answer"));
        }
        step.others().stream().filter(other -> !other.before()).forEach(this::said);
        page.close();
    }

    private void pictures(Step step, Predicate<Picture> which) {
        step.pictures().stream().filter(which).forEach(this::picture);
    }

    /// An image stands in the page, as long as the page stays one that a browser opens; one that lies elsewhere is named and not linked.
    private void picture(Picture picture) {
        String who = picture.speaker().map(speaker -> "An image from " + speaker.label().toLowerCase(Locale.ROOT)).orElse("An image");
        Optional<String> embedded = PageImage.of(picture);
        if (embedded.isPresent() && embedded.get().length() <= roomForImages) {
            roomForImages -= embedded.get().length();
            page.open("p", "class", "picture").image(embedded.get(), who).close();
        } else if (embedded.isPresent()) {
            page.element("p", who + ", which was left out: the page would become too large.", "class", "muted");
        } else if (picture.isEmbedded()) {
            page.element("p", who + ", which cannot be read: it is broken, too large, or of an unknown kind.", "class", "trouble");
        } else {
            page.open("p", "class", "muted").text(who + ", which was not fetched: ").element("code", picture.address()).close();
        }
    }

    private void said(Interjection other) {
        said(other.speaker().label(), other.text(), other.speaker() == Interjection.Speaker.USER ? "user" : "answer");
    }

    private void said(String who, String text, String styleClass) {
        page.element("p", who, "class", "kind").prose(text, styleClass);
    }

    private void call(Step step, ToolCall call) {
        page.open("div", "class", "call", "id", PageText.anchor(step.number(), OptionalInt.of(call.number())));
        page.open("p").element("strong", call.name().isEmpty() ? "A call without a name" : call.name()).text(" ");
        if (call.parameters() instanceof Json.Obj parameters) {
            page.element("code", parameters.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue().asText().orElseGet(() -> JsonWriter.compact(field.getValue())))
                    .collect(Collectors.joining("   ")));
        } else {
            page.element("code", call.parameters().asText().orElseGet(() -> JsonWriter.compact(call.parameters()))).close();
            page.open("p").element("span", "The parameters are no object.", "class", "trouble");
        }
        page.close();
        call.observation().ifPresentOrElse(this::answer, () -> page.element("p", "No answer is recorded.", "class", "trouble"));
        pictures(step, picture -> picture.call().filter(number -> number == call.number()).isPresent());
        page.close();
    }

    private void answer(Observation observation) {
        switch (observation) {
            case Observation.Found found when found.hits().isEmpty() -> page.element("p", "Nothing found.", "class", "muted");
            case Observation.Found found -> {
                page.open("div", "class", "cards");
                for (int i = 0; i < found.hits().size(); i++) {
                    hit(i + 1, found.hits().get(i), priceText(found.results(), i));
                }
                page.close();
            }
            case Observation.Viewed viewed -> viewed.details().forEach(this::detail);
            case Observation.Said said -> page.prose(said.text(), "answer");
            case Observation.Outcome outcome -> page
                    .element("p", outcome.success() ? "Success" : "Failed", "class", outcome.success() ? "muted" : "trouble")
                    .prose(outcome.observation().asText().orElseGet(() -> JsonWriter.indented(outcome.observation())), "answer");
            case Observation.Failed _ -> page.element("p", "null: the call failed after its retries.", "class", "trouble");
            case Observation.Other other -> page.prose(JsonWriter.indented(other.results()), "answer");
        }
    }

    private static Optional<String> priceText(Json results, int index) {
        return results instanceof Json.Arr(List<Json> items) && index < items.size() && items.get(index) instanceof Json.Obj item
                ? item.text("price_text")
                : Optional.empty();
    }

    private void hit(int place, Observation.Hit hit, Optional<String> priceText) {
        boolean target = targets.contains(hit.productId());
        page.open("div", "class", target ? "card target" : "card");
        page.open("p", "class", "muted").text("#" + place);
        if (target) {
            page.text(" ").chip("Target", "good");
        }
        page.close().element("p", hit.title(), "class", "title", "dir", "auto");
        String price = priceText.or(() -> hit.price().map(number -> (pesos ? "₱" : "") + number.text())).orElse("no price");
        page.element("p", price, "class", "price");
        page.element("p", "Product " + hit.productId() + (hit.shopId().isEmpty() ? "" : " · shop " + hit.shopId()), "class", "muted");
        if (!hit.services().isEmpty()) {
            page.element("p", String.join(" · ", hit.services()), "class", "muted");
        }
        page.close();
    }

    private void detail(Observation.Detail detail) {
        page.open("div", "class", targets.contains(detail.productId()) ? "card target" : "card");
        page.element("p", "Product " + detail.productId(), "class", "title");
        String variants = detail.variants().stream()
                .map(variant -> variant.options().entrySet().stream().map(option -> option.getKey() + ": " + option.getValue())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        if (!variants.isEmpty()) {
            page.prose("Variants\n" + variants, "");
        }
        String attributes = detail.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + ": " + String.join(", ", attribute.getValue()))
                .collect(Collectors.joining("\n"));
        if (!attributes.isEmpty()) {
            page.prose("Attributes\n" + attributes, "");
        }
        if (!detail.shortDescription().isBlank()) {
            page.prose(detail.shortDescription(), "");
        }
        if (!detail.description().isBlank()) {
            page.prose(detail.description(), "");
        }
        page.close();
    }
}
