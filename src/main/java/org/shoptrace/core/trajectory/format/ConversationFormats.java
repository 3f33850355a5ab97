package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;

/// The formats of conversations that are read beside plain lists of messages.
public final class ConversationFormats {
    /// In the order in which they are asked; where two could take a value, the one that reads more of it comes first.
    private static final List<ConversationFormat> ALL = List.of(
            new ClaudeCodeSession(), new CodexRollout(), BenchmarkRecords.TAU2, BenchmarkRecords.INSPECT, new ExchangeLogs(),
            new AgentBenchHistory(), new FoundryReceipt(),
            new OpenHandsEvents(), new SweAgentTrajectory(), new VerlDump(), new PydanticMessages(), new LangChainMessages(),
            new GeminiContents(), new UiMessages());

    private ConversationFormats() {}

    /// A conversation and what it is written in.
    public record Read(ConversationFormat format, Conversation conversation) {}

    /// What a value is; empty when none of the formats has it.
    public static Optional<Read> read(Json value) {
        return ALL.stream().flatMap(format -> format.read(value).map(conversation -> new Read(format, unfolded(conversation))).stream())
                .findFirst();
    }

    /// A conversation whose actions are written as text, with them as calls; any other as it is.
    public static Conversation unfolded(Conversation conversation) {
        return WrittenActions.asCalls(conversation);
    }

    /// Whether a value is an entry of a log that is one conversation as a whole.
    public static boolean isEntry(Json value) {
        return ALL.stream().anyMatch(format -> format.isEntry(value));
    }

    /// Whether a value with these first keys may be a conversation.
    public static boolean mayHave(Set<String> keys) {
        return ALL.stream().anyMatch(format -> format.mayHave(keys));
    }
}
