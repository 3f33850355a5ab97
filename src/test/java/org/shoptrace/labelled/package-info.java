/// The sets that people labelled by reading, in `src/test/resources/labelled`, and how far the rules agree with them: claims of
/// [org.shoptrace.core.grounding], and the stage and fault of failed runs of [org.shoptrace.core.diagnose]. What the sets are and how they
/// may be used is told in the README beside them.
///
/// Key types: [LabelledClaims] (the sentences, and the counts of a half), [ClaimAgreement] (those counts).
@NullMarked
package org.shoptrace.labelled;

import org.jspecify.annotations.NullMarked;
