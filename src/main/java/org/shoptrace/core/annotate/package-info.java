/// Keeps what people say of runs: append-only event files beside the rollouts ([org.shoptrace.core.annotate.AnnotationStore]), what
/// holds by them now ([org.shoptrace.core.annotate.Annotations]), the labels to choose from
/// ([org.shoptrace.core.annotate.LabelSetFile]), how far annotators agree ([org.shoptrace.core.annotate.Agreement]), and the way out
/// ([org.shoptrace.core.annotate.AnnotationExport]). Why files and not a database: ADR 0015.
///
/// May depend on: `core`, `core.file`, `core.job`, `core.json`, `core.provenance`, `core.statistics`, `core.table`, `core.workspace`,
/// `model.annotation`, `model.finding`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.annotate;

import org.jspecify.annotations.NullMarked;
