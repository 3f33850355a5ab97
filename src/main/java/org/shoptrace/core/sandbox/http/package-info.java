/// The sandbox over HTTP, so that the benchmark's own Python agents run against it unchanged: [SandboxServer].
///
/// Threads: one virtual thread a request; the sandbox is used by several at once.
/// Source: `src/site/markdown/sandbox.md`, *HTTP*.
///
/// May depend on: `core`, `core.json`, `core.sandbox`, `model.json`.
@NullMarked
package org.shoptrace.core.sandbox.http;

import org.jspecify.annotations.NullMarked;
