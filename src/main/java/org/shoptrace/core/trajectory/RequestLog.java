package org.shoptrace.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shoptrace.core.json.JsonSpans.Span;
import org.shoptrace.core.trajectory.format.Exchange;
import org.shoptrace.model.json.Json;

/// Finds the conversations of a log of requests, in which each request repeats what was said before. A request belongs to the conversation
/// that it continues, or whose answer it names; one that says nothing new starts another, so that a retry is a run of its own. Of each
/// conversation only a hash of what was said is held.
final class RequestLog {
    private final List<Open> conversations = new ArrayList<>();
    /// Conversations by all that was said in them, the oldest first.
    private final Map<String, Deque<Open>> bySaid = new HashMap<>();
    private final Map<String, Answered> byAnswer = new HashMap<>();

    /// A conversation of a log.
    ///
    /// @param line   that it starts on
    /// @param pieces its exchanges, in their order; of what is no exchange one, which is it
    record Folded(long line, List<Piece> pieces) {
        Folded {
            pieces = List.copyOf(pieces);
        }
    }

    /// An exchange of a conversation.
    ///
    /// @param known how many of its messages were said before
    record Piece(long offset, long end, int known) {}

    /// A conversation so far.
    private static final class Open {
        private final long line;
        private final List<Piece> pieces = new ArrayList<>();
        private List<String> keys = List.of();

        Open(long line) {
            this.line = line;
        }
    }

    private record Answered(Open conversation, int pieces, String said) {}

    /// Takes the next value of the log.
    ///
    /// @param value empty when it cannot be read
    void add(Span span, Optional<Json> value) {
        Optional<Exchange> exchange = value.flatMap(Exchange::of);
        if (exchange.isPresent()) {
            add(span, exchange.get());
        } else {
            begin(span).pieces.add(new Piece(span.offset(), span.end(), 0));
        }
    }

    List<Folded> conversations() {
        return conversations.stream().map(open -> new Folded(open.line, open.pieces)).toList();
    }

    private Open begin(Span span) {
        Open open = new Open(span.line());
        conversations.add(open);
        return open;
    }

    private void add(Span span, Exchange exchange) {
        Optional<Answered> followed = exchange.follows().map(byAnswer::get);
        List<String> said = said(followed.map(Answered::said).orElseGet(() -> hash("", exchange.prompt().map(Exchange::said).orElse(""))),
                exchange.messages());
        Open conversation;
        int known = 0;
        if (followed.isPresent()) {
            conversation = following(span, followed.get());
        } else {
            known = known(said);
            conversation = known == 0 ? begin(span) : Objects.requireNonNull(bySaid.get(said.get(known - 1))).getFirst();
        }
        conversation.pieces.add(new Piece(span.offset(), span.end(), known));
        close(conversation);
        String asked = said.getLast();
        List<String> keys = exchange.alternatives().isEmpty()
                ? List.of(asked)
                : exchange.alternatives().stream().map(answer -> said(asked, List.copyOf(answer)).getLast()).distinct().toList();
        conversation.keys = keys;
        keys.forEach(key -> bySaid.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(conversation));
        exchange.id().ifPresent(id -> byAnswer.put(id, new Answered(conversation, conversation.pieces.size(), keys.getFirst())));
    }

    /// The conversation of an answer; where that went on since, another that has the same beginning.
    private Open following(Span span, Answered answered) {
        if (answered.conversation().pieces.size() == answered.pieces()) {
            return answered.conversation();
        }
        Open other = begin(span);
        other.pieces.addAll(answered.conversation().pieces.subList(0, answered.pieces()));
        return other;
    }

    /// How many messages of a request are all that was said in a conversation; 0 when there is none. All of them are no continuation.
    private int known(List<String> said) {
        for (int count = said.size() - 1; count > 0; count--) {
            if (bySaid.containsKey(said.get(count - 1))) {
                return count;
            }
        }
        return 0;
    }

    private void close(Open conversation) {
        for (String key : conversation.keys) {
            Deque<Open> open = bySaid.get(key);
            if (open != null) {
                open.remove(conversation);
                if (open.isEmpty()) {
                    bySaid.remove(key);
                }
            }
        }
    }

    /// After each message, a hash of all that was said so far.
    private static List<String> said(String before, List<Json> messages) {
        List<String> said = new ArrayList<>();
        String sofar = before;
        for (Json message : messages) {
            String words = Exchange.said(message);
            sofar = words.isEmpty() ? sofar : hash(sofar, words);
            said.add(sofar);
        }
        return said;
    }

    private static String hash(String before, String words) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Base64.getEncoder().encodeToString(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
