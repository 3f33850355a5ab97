/// Agents at work in the sandbox: [AgentLoop] lets an [Agent] take turns, [SandboxTools] (of `core.sandbox.tool`) answers its calls as the
/// benchmark's tools do, and the steps come out as rollouts record them.
///
/// An agent sees the query and its own steps only. `agent.scripted` is a shopper that needs no language model.
///
/// May depend on: `core`, `core.job`, `core.sandbox.tool`, `core.trajectory`, `model.json`, `model.trajectory`. Never on tasks: who could
/// see them would know the answer.
@NullMarked
package org.shoptrace.core.agent;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.sandbox.tool.SandboxTools;
