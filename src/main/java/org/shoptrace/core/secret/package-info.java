/// What must not be told, and texts that may tell it.
///
/// Key types: a [Secret] never tells itself; [Addresses] hides what addresses carry besides an address; [ServerText] is what another
/// program said, made fit to be shown (ADR 0048).
///
/// May depend on: `core`.
@NullMarked
package org.shoptrace.core.secret;

import org.jspecify.annotations.NullMarked;
