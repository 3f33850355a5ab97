/// Search over all runs of a workspace: the text of every step, the products that runs came across, and what the diagnosis found,
/// in one question.
///
/// [Words] says what a word is, in any language; [StepText] and [MetProduct] what of a run is searched; [QueryParser] reads a
/// question into a [Query]; [RunSearch] is the port that answers it, `search.lucene` its index.
///
/// May depend on: `core`, `core.annotate`, `core.job`, `core.json`, `core.provenance`, `core.sandbox`, `core.score`, `core.session`,
/// `core.trajectory`, `core.transcript`, `core.workspace`, `model.catalog`, `model.finding`, `model.json`, `model.task`,
/// `model.trajectory`.
/// Libraries: none; Lucene is `search.lucene`'s.
@NullMarked
package org.shoptrace.core.search;

import org.jspecify.annotations.NullMarked;
