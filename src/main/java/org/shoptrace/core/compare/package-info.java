/// Two runs of one task beside each other, aligned by what they knew and not by their text or their step numbers.
///
/// What an agent knows is the set of its [Fact]s: what its tools' answers have shown it. A step is compared with the step of the other run
/// that was decided on the same facts ([RunComparison]), so that a run which looks at three products one by one stands beside one that
/// looks at them together. Source: `src/site/markdown/findings.md`, *Trying it otherwise*; ADR 0019.
///
/// May depend on: `core`, `core.json`, `core.python`, `core.sandbox`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.compare;

import org.jspecify.annotations.NullMarked;
