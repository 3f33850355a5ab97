/// What a reader of a run has before them, without a window: its texts part by part ([RunTexts]), the places where words occur in them
/// ([FindInRun]), the kinds of event that a step consists of ([EventKind], [StepEvents]), and how a place in a run is written down so that
/// someone else finds it ([RunReference]).
///
/// May depend on: `core`, `core.file`, `core.job`, `core.json`, `core.trajectory`, `model.catalog`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.transcript;

import org.jspecify.annotations.NullMarked;
