/// Scores as the published evaluators compute them, one class a profile, and the similarity of titles that they ask for.
///
/// Source: `spec/scoring.md`.
///
/// May depend on: `model`, `core` (failures, json, job). Not on the sandbox's engine: products come through [ProductSource].
@NullMarked
package org.shoptrace.core.score;

import org.jspecify.annotations.NullMarked;
