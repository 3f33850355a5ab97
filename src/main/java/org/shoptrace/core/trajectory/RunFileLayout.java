package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSpans;
import org.shoptrace.core.json.JsonSpans.Failure;
import org.shoptrace.core.json.JsonSpans.Span;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RequestLog.Folded;
import org.shoptrace.core.trajectory.format.Exchange;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// How the runs lie in a text. Rollouts are one run a line. Other agents write a run over many lines, a file of one message a line, or
/// one array with all their runs; and what stands between an agent and its model logs each request with all that was said before.
sealed interface RunFileLayout {
    /// How many lines are asked whether they are runs, before a file that is no JSON as a whole counts as one run gone wrong.
    int ASKED_LINES = 50;

    /// How many items of an array are asked whether they are runs, while none of them can be read.
    int ASKED_ITEMS = 5;

    /// One run a line.
    record Lines() implements RunFileLayout {}

    /// Runs at places of their own.
    ///
    /// @param spans   each run, in the order of the file; the lines are all different
    /// @param failure what ends the file before its end
    /// @param model   the name of the model of them all, where the file says it once
    /// @param own     what the file says once of them all
    record Places(List<Span> spans, Optional<Failure> failure, Optional<String> model, OwnRecord own) implements RunFileLayout {
        /// Runs of which the file says nothing in common.
        Places(List<Span> spans, Optional<Failure> failure, Optional<String> model) {
            this(spans, failure, model, OwnRecord.NONE);
        }

        public Places {
            spans = List.copyOf(spans);
        }
    }

    /// Conversations of a log of requests, each in many lines of it.
    ///
    /// @param terminated whether the log's last line ends with a line break
    record Conversations(List<Folded> conversations, boolean terminated) implements RunFileLayout {
        public Conversations {
            conversations = List.copyOf(conversations);
        }
    }

    /// The file, unpacked, from its start.
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /// Looks at the first line, and at the rest where that is not enough.
    static RunFileLayout of(Opener file) throws IOException {
        try {
            return look(file);
        } catch (PackedStreamException e) {
            // A packed file that is cut off or damaged: whoever walks it gets what is left, and is told.
            return new Lines();
        }
    }

    private static RunFileLayout look(Opener file) throws IOException {
        try (LineReader lines = new LineReader(file.open(), RunLines.MAX_LINE)) {
            boolean any = lines.next();
            while (any && lines.isBlank()) {
                any = lines.next();
            }
            if (!any) {
                return new Lines();
            }
            if (lines.isTooLong()) {
                return collection(file, spans(file)).orElseGet(Lines::new);
            }
            byte start = lines.buffer()[lines.start()];
            if (start != '{' && start != '[' && start != ' ' && start != '\t' && start != (byte) 0xef) {
                return ofLines(file);
            }
            Json first;
            try {
                first = JsonReader.read(lines.buffer(), lines.start(), lines.length());
            } catch (JsonSyntaxException e) {
                // No value ends on this line: the file may be one over many lines, or its first line is broken.
                return overLines(file, lines.nextOffset());
            }
            if (first instanceof Json.Obj object && RunCollection.of(object.fields().keySet()).isPresent()) {
                return collection(file, spans(file)).orElseGet(Lines::new);
            }
            if (isList(first)) {
                return restIsBlank(lines) ? ofValues(file, spans(file)) : new Lines();
            }
            if (Exchange.of(first).isPresent()) {
                return ofExchanges(file);
            }
            long offset = lines.offset();
            long line = lines.number();
            boolean ofEntries = RunFormats.isEntry(first) || (!RunFormats.isRun(first) && entriesFollow(lines));
            return ofEntries ? ofMessages(lines, offset, line) : new Lines();
        }
    }

    /// Whether a first line that says nothing stands before the entries of a log, as a header does, and not before runs.
    private static boolean entriesFollow(LineReader lines) throws IOException {
        for (int asked = 0; asked < ASKED_LINES && lines.next(); asked++) {
            Optional<Json> next = lines.isBlank() ? Optional.empty() : value(lines);
            if (next.isPresent() && RunFormats.isEntry(next.get())) {
                return true;
            }
            if (next.isPresent() && RunFormats.isRun(next.get())) {
                return false;
            }
        }
        return false;
    }

    /// A log of an exchange a line.
    private static RunFileLayout ofExchanges(Opener file) throws IOException {
        RequestLog log = new RequestLog();
        boolean terminated = true;
        try (LineReader lines = new LineReader(file.open(), RunLines.MAX_LINE)) {
            while (lines.next()) {
                terminated = lines.isTerminated();
                if (!lines.isBlank()) {
                    long end = lines.isTooLong() ? lines.nextOffset() - (terminated ? 1 : 0) : lines.offset() + lines.length();
                    log.add(new Span(lines.offset(), end, lines.number()), value(lines));
                }
            }
        }
        return new Conversations(log.conversations(), terminated);
    }

    /// Lines of which the first is broken.
    private static RunFileLayout ofLines(Opener file) throws IOException {
        if (anyLine(file, value -> Exchange.of(value).isPresent())) {
            return ofExchanges(file);
        }
        if (areEntries(file)) {
            try (LineReader lines = new LineReader(file.open(), RunLines.MAX_LINE)) {
                boolean any = lines.next();
                while (any && lines.isBlank()) {
                    any = lines.next();
                }
                return any ? ofMessages(lines, lines.offset(), lines.number()) : new Lines();
            }
        }
        return new Lines();
    }

    /// Whether more of the first lines are entries of a log than are broken, and none is a run.
    private static boolean areEntries(Opener file) throws IOException {
        try (LineReader lines = new LineReader(file.open(), RunLines.MAX_LINE)) {
            int left = 0;
            for (int asked = 0; asked < ASKED_LINES && lines.next(); asked++) {
                if (lines.isBlank()) {
                    continue;
                }
                Optional<Json> value = value(lines);
                if (value.isPresent() && RunFormats.isEntry(value.get())) {
                    left++;
                } else if (value.isPresent() && RunFormats.isRun(value.get())) {
                    return false;
                } else if (!(value.orElse(Json.NULL) instanceof Json.Obj)) {
                    left--;
                }
            }
            return left > 0;
        }
    }

    /// The conversations of an array of exchanges; empty when none of them goes on.
    private static Optional<RunFileLayout> folded(Opener file, List<Span> runs) throws IOException {
        if (runs.size() < 2 || runs.getFirst().length() > RunLines.MAX_LINE
                || value(file, runs.getFirst()).flatMap(Exchange::of).isEmpty()) {
            return Optional.empty();
        }
        RequestLog log = new RequestLog();
        try (InputStream in = file.open()) {
            long at = 0;
            for (Span run : runs) {
                in.skipNBytes(run.offset() - at);
                at = run.offset();
                Optional<Json> value = Optional.empty();
                if (run.length() <= RunLines.MAX_LINE) {
                    value = Optional.of(JsonReader.read(in.readNBytes((int) run.length())));
                    at = run.end();
                }
                log.add(run, value);
            }
        } catch (JsonSyntaxException e) {
            // One of them is too deep or too large to be read: then each is a run by itself, and this one is named.
            return Optional.empty();
        }
        List<Folded> conversations = log.conversations();
        return conversations.size() == runs.size() ? Optional.empty() : Optional.of(new Conversations(conversations, true));
    }

    /// Whether a value is not one run but an array of them.
    private static boolean isList(Json value) {
        return value instanceof Json.Arr(List<Json> items) && !items.isEmpty() && RunFormats.isRun(items.getFirst());
    }

    private static boolean restIsBlank(LineReader lines) throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// A conversation of one message a line; half a message at the end is left for later, and named.
    ///
    /// @param offset where it starts
    /// @param line   that it starts on
    private static RunFileLayout ofMessages(LineReader lines, long offset, long line) throws IOException {
        long end = lines.offset() + lines.length();
        Optional<Failure> half = Optional.empty();
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            Optional<Json> next = value(lines);
            if (next.isEmpty() && !lines.isTerminated()) {
                half = Optional
                        .of(new Failure(lines.number(), "the last line is no whole entry of the log, it may still be written", true));
                break;
            }
            if (next.isPresent() && RunFormats.isRun(next.get())) {
                return new Lines();
            }
            end = lines.offset() + lines.length();
        }
        return new Places(List.of(new Span(offset, end, line)), half, Optional.empty());
    }

    /// @param firstLine where the first line that is not blank ends
    private static RunFileLayout overLines(Opener file, long firstLine) throws IOException {
        JsonSpans spans = spans(file);
        boolean isOne = spans.values().size() == 1 && spans.failure().isEmpty();
        if (!isOne && spans.values().stream().findFirst().filter(value -> value.span().end() <= firstLine).isPresent()) {
            // A run, and something after it on its line: lines, the first of them broken. One that is all of the file is too large to be
            // read at once, and may be an array of runs.
            return ofLines(file);
        }
        // Steps of a first line that is broken are no runs, however many of them are whole.
        boolean runsBeforeTheCut = spans.cut().size() > 1 && areRuns(file, spans.cut());
        if (spans.failure().isPresent() && spans.values().isEmpty() && !runsBeforeTheCut
                && (anyLine(file, RunFormats::isRun) || areEntries(file))) {
            return ofLines(file);
        }
        return ofValues(file, spans);
    }

    private static JsonSpans spans(Opener file) throws IOException {
        try (InputStream in = file.open()) {
            return JsonSpans.of(in, RunCollection.lists());
        }
    }

    private static boolean anyLine(Opener file, Predicate<Json> is) throws IOException {
        try (LineReader lines = new LineReader(file.open(), RunLines.MAX_LINE)) {
            for (int asked = 0; asked < ASKED_LINES && lines.next(); asked++) {
                if (!lines.isBlank() && value(lines).filter(is).isPresent()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Optional<Json> value(LineReader lines) {
        try {
            return lines.isTooLong()
                    ? Optional.empty()
                    : Optional.of(JsonReader.read(lines.buffer(), lines.start(), lines.length()));
        } catch (JsonSyntaxException e) {
            // Then this line tells nothing; others may.
            return Optional.empty();
        }
    }

    private static RunFileLayout ofValues(Opener file, JsonSpans spans) throws IOException {
        Optional<RunFileLayout> collection = collection(file, spans);
        if (collection.isPresent()) {
            return collection.get();
        }
        List<Span> runs = new ArrayList<>();
        for (JsonSpans.Value value : spans.values()) {
            if (!value.items().isEmpty() && areRuns(file, value.items())) {
                runs.addAll(value.items());
            } else {
                runs.add(value.span());
            }
        }
        if (!spans.cut().isEmpty() && areRuns(file, spans.cut())) {
            runs.addAll(spans.cut());
        }
        List<Span> numbered = numbered(runs);
        Optional<RunFileLayout> folded = spans.failure().isEmpty() ? folded(file, numbered) : Optional.empty();
        if (folded.isPresent()) {
            return folded.get();
        }
        return new Places(numbered, spans.failure(), Optional.empty());
    }

    /// Runs that share a line are counted instead.
    private static List<Span> numbered(List<Span> runs) {
        boolean distinct = runs.stream().map(Span::line).distinct().count() == runs.size();
        List<Span> numbered = new ArrayList<>();
        for (Span run : runs) {
            numbered.add(distinct ? run : new Span(run.offset(), run.end(), numbered.size() + 1L));
        }
        return numbered;
    }

    /// The runs of a file that is one object with a list of them.
    private static Optional<RunFileLayout> collection(Opener file, JsonSpans spans) throws IOException {
        if (spans.values().size() != 1) {
            return Optional.empty();
        }
        Map<String, JsonSpans.Field> fields = spans.values().getFirst().fields();
        Optional<RunCollection> kind = RunCollection.of(fields.keySet());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        JsonSpans.Field runs = Objects.requireNonNull(fields.get(kind.get().list()));
        Span about = Objects.requireNonNull(fields.get(kind.get().about())).span();
        Json common = about.length() > RunLines.MAX_LINE ? Json.NULL : value(file, about).orElse(Json.NULL);
        return Optional.of(new Places(
                numbered(runs.items()), spans.failure(), kind.get().model(common), kind.get().own(common)));
    }

    /// Empty when it is beyond the bounds of a value, or only its ends were right.
    private static Optional<Json> value(Opener file, Span span) throws IOException {
        try (InputStream in = file.open()) {
            in.skipNBytes(span.offset());
            return Optional.of(JsonReader.read(in.readNBytes((int) span.length())));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether the items of an array are runs, as the first one tells that can be read.
    private static boolean areRuns(Opener file, List<Span> items) throws IOException {
        for (Span item : items.subList(0, Math.min(ASKED_ITEMS, items.size()))) {
            Optional<Json> value = item.length() > RunLines.MAX_LINE ? Optional.empty() : value(file, item);
            if (value.isPresent()) {
                return RunFormats.isRun(value.get());
            }
        }
        return false;
    }
}
