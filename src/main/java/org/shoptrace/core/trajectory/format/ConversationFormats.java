package org.shoptrace.core.trajectory.format;

import java.util.List;

/// The formats of conversations. To add one is a class and a line here.
public final class ConversationFormats {
    /// In the order in which they are asked; where two could take a value, the one that reads more of it comes first.
    private static final List<ConversationFormat> ALL = List.of(
            new ClaudeCodeSession(),
            new CodexRollout(),
            new WebShopLog(),
            BenchmarkRecords.TAU2,
            BenchmarkRecords.INSPECT,
            new PreferenceData(),
            new ExchangeLogs(),
            new AgentBenchHistory(),
            new FoundryReceipt(),
            new LangfuseTrace(),
            new LangSmithRuns(),
            new TelemetrySpans(),
            new ToolBenchAnswer(),
            new BfclResult(),
            new McpLog(),
            new OpenHandsEvents(),
            new OpenHandsSdkEvents(),
            new SweAgentTrajectory(),
            new VerlDump(),
            new PydanticMessages(),
            new LangChainMessages(),
            new AdkEvaluation(),
            new GeminiContents(),
            new UiMessages(),
            new AlpacaDialogue(),
            new MessageList());

    private ConversationFormats() {}

    /// All of them, a plain list of messages last.
    public static List<ConversationFormat> all() {
        return ALL;
    }

    /// A conversation whose actions are written as text, with them as calls; any other as it is.
    public static Conversation unfolded(Conversation conversation) {
        return WrittenActions.asCalls(conversation);
    }
}
