/// The workspace that is open, without a window: what is known of its catalogue, how its runs ended, what a person can choose where the
/// files do not say what belongs together, and reading a run whole.
///
/// The key types are [CatalogState], [RunOutcome], [IdentityChoices] and [RunReader].
///
/// May depend on: `core`, `core.sandbox`, `core.task`, `core.workspace`, `model.score`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.session;

import org.jspecify.annotations.NullMarked;
