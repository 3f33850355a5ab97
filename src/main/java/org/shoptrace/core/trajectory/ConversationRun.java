package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation;
import org.shoptrace.core.trajectory.format.ConversationFormat;
import org.shoptrace.core.trajectory.format.ConversationFormats;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Step;

/// A run that a format keeps as a conversation: each turn of the assistant is a step, whose query is what the user asked first.
///
/// Nothing is refused for its shape: a message that says nothing known stays in the source of the step that it stands in.
/// Source: `src/site/markdown/formats.md`, *Neighbouring formats*.
record ConversationRun(ConversationFormat format) implements RunFormat {
    @Override
    public String name() {
        return format.name();
    }

    @Override
    public boolean mayHave(Set<String> first, boolean array) {
        return format.mayHave(first);
    }

    @Override
    public Optional<Content> read(Json value) {
        Optional<Conversation> read = format.read(value);
        List<Json> inside = format.inside(value);
        return read.isEmpty() && inside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(read.map(conversation -> reading(ConversationFormats.unfolded(conversation), value)), inside));
    }

    @Override
    public boolean isEntry(Json value) {
        return format.isEntry(value);
    }

    private Reading reading(Conversation conversation, Json value) {
        return new Reading(
                new Envelope.Messages(format.name(), value), steps(conversation), conversation.model(), conversation.own());
    }

    /// The turns of the assistant; a conversation without any makes one empty step, so that it is seen.
    private static List<Step> steps(Conversation conversation) {
        MessageReader reader = new MessageReader();
        conversation.items().forEach(reader::read);
        List<ConversationTurn> turns = reader.turns();
        Optional<String> query = conversation.query().or(reader::query);
        List<Step> steps = new ArrayList<>();
        for (ConversationTurn turn : turns) {
            steps.add(turn.step(steps.size() + 1, query));
        }
        return steps;
    }
}
