/// A run from above, a little for every step: what the agent did in it ([StepGlance]), and how near it had come to each request
/// ([RewardLine]).
///
/// May depend on: `core.transcript`, `model.finding`, `model.json`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.timeline;

import org.jspecify.annotations.NullMarked;
