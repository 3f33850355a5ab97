/// Where an export came from, in a form that is handed on with it: no paths of a machine, no keys, no time of making, so that two makings
/// of the same inputs are the same.
///
/// Key types: a [Making] is how something is made, with the files of this machine; a [Provenance] is the same for others, with names and
/// hashes; [ProvenanceJson] writes and reads it; a [Sidecar] lies beside what cannot carry it, [CarriedProvenance] finds it again. A
/// picture says besides, as a [CarriedChart], which chart it is and what its numbers are. Source:
/// `src/site/markdown/provenance.md`.
///
/// May depend on: `core`, `core.chart`, `core.file`, `core.job`, `core.json`, `core.markup`, `core.sandbox`, `core.secret`,
/// `core.trajectory`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.provenance;

import org.jspecify.annotations.NullMarked;
