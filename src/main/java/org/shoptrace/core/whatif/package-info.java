/// A recorded call as it might have been: edited, run in the sandbox, and held against the recorded answer.
///
/// [WhatIf] tries calls, a [Trial] is what one came to: the products that stay, move, come and go, each target's place in both answers with
/// what hides it, and a sentence that says why the answer is the same or what is different. The recorded call, run again unchanged, comes
/// first: only where it is answered as it was recorded does a difference say something about the edit.
/// Source: `src/site/markdown/findings.md`, *Trying it otherwise*; `src/site/markdown/sandbox.md`, *From a tool call to a request*.
///
/// May depend on: `core`, `core.diagnose`, `core.sandbox`, `core.sandbox.tool`, `core.trajectory`, `model.finding`, `model.json`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.whatif;

import org.jspecify.annotations.NullMarked;
