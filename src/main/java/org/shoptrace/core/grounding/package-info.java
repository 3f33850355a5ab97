/// What an agent's thoughts and answers state of products, found by rules alone and held against what it had been shown and against the
/// catalogue.
///
/// Key type: [GroundingCheck] (a run → its [org.shoptrace.model.finding.Claim]s).
///
/// May depend on: `core`, `core.sandbox`, `model.catalog`, `model.finding`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.grounding;

import org.jspecify.annotations.NullMarked;
