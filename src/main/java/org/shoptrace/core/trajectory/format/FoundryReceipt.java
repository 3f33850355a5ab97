package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A receipt of a graded sample over the benchmark's tools: `{query, sample: {output_tools, assistant_text}, grade}`. It has the calls
/// and not their answers.
final class FoundryReceipt implements ConversationFormat {
    @Override
    public String name() {
        return "graded sample";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("sample") && keys.contains("query");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return value instanceof Json.Obj receipt
                ? receipt.object("sample").filter(sample -> sample.get("output_tools").isPresent())
                        .map(sample -> conversation(receipt, sample))
                : Optional.empty();
    }

    private static Conversation conversation(Json.Obj receipt, Json.Obj sample) {
        List<Item> items = new ArrayList<>();
        receipt.text("query").ifPresent(query -> items.add(new Item(Fields.message("user", Json.of(query)), List.of(Json.of(query)))));
        for (Json call : sample.items("output_tools")) {
            items.add(new Item(Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(List.of(call))), List.of(call)));
        }
        sample.text("assistant_text").filter(text -> !text.isBlank()).ifPresent(
                text -> items.add(new Item(Fields.message("assistant", Json.of(text)), List.of(Json.of(text)))));
        return new Conversation(items, receipt.text("model"), receipt.text("query"), own(receipt, sample));
    }

    /// What it took and how long is said of the whole sample.
    private static OwnRecord own(Json.Obj receipt, Json.Obj sample) {
        OwnReading own = new OwnReading("the receipt's grade").verdict(receipt).task(receipt).groups(sample).groups(receipt)
                .took(Metrics.usage(receipt));
        receipt.object("grade").ifPresent(own::parts);
        receipt.object("metadata").ifPresent(own::metadata);
        receipt.get("name").ifPresent(own::task);
        return own.record();
    }
}
