/// The sandbox's tools as an agent calls them: what a recorded call would answer, in the shape that rollouts record. Whoever makes or
/// repeats calls (agents, diagnosis, what-if, take-over) calls the same.
///
/// Key types: [SandboxTools], [WebSearch].
///
/// May depend on: `core`, `core.python`, `core.sandbox`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.sandbox.tool;

import org.jspecify.annotations.NullMarked;
