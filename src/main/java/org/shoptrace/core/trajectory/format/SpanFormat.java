package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// A format of tools that watch programs: what was done is recorded in spans, of which those of one trace are a run.
interface SpanFormat extends ConversationFormat {

    /// The spans that a value holds; none when it is none of this format. They may be of several traces.
    List<TraceSpan> spans(Json value);

    /// The run that a value is whose spans are all of one trace.
    @Override
    default Optional<Conversation> read(Json value) {
        List<TraceSpan> spans = spans(value);
        return spans.stream().map(TraceSpan::trace).distinct().count() == 1 ? SpanConversation.of(spans) : Optional.empty();
    }

    /// Of a value with the spans of several traces, those of each, in the order in which the traces begin.
    @Override
    default List<Json> inside(Json value) {
        Map<String, List<TraceSpan>> traces = new LinkedHashMap<>();
        spans(value).forEach(span -> traces.computeIfAbsent(span.trace(), _ -> new ArrayList<>()).add(span));
        return traces.size() < 2
                ? List.of()
                : traces.values().stream()
                        .filter(spans -> SpanConversation.of(spans).isPresent())
                        .map(spans -> (Json) new Json.Arr(spans.stream().map(TraceSpan::recorded).toList()))
                        .toList();
    }
}
