package org.shoptrace.ui.takeover;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shoptrace.core.agent.Agent;
import org.shoptrace.core.sandbox.tool.WebSearch;

/// What taking over needs from outside.
///
/// @param clock   gives the steps' times
/// @param author  the person's name, asked when a run is taken over
/// @param web     what `web_search` looks through; empty where there is no web
/// @param other   an agent that can go on
/// @param written told of a rollout file that a run was saved to
public record TakeOverPorts(
        InstantSource clock, Supplier<String> author, Supplier<Optional<WebSearch>> web, OtherAgent other, Consumer<Path> written) {

    /// An agent that can finish the run.
    ///
    /// @param name marks its steps, such as `scripted-shopper`
    public record OtherAgent(String name, Agent agent) {}
}
