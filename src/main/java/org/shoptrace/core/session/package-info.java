/// The workspace that is open, without a window: what is known of its catalogue, how its runs ended, what a person can choose where the
/// files do not say what belongs together, and reading a run whole.
///
/// The key types are [CatalogState], [RunOutcome], [IdentityChoices] and [RunReader].
///
/// May depend on: `core`, `core.diagnose`, `core.file`, `core.job`, `core.sandbox`, `core.score`, `core.task`, `core.trajectory`,
/// `core.workspace`, `model.finding`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.session;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.trajectory.RunReader;
