/// The runs of a workspace as a list: a line for each ([RunRow]), which of them are listed ([RunScope], [RunFilter]), in which order
/// ([RunSort]) and side by side by task ([RunGroup]). A [RunListing] is what comes out, and takes a job to make where runs are many.
///
/// May depend on: `core.session`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.runs;

import org.jspecify.annotations.NullMarked;
