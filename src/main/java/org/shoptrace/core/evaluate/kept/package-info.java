/// The results of a workspace, kept in it, so that it shows tomorrow what it showed today.
///
/// Key types: [EvaluationStore] keeps [KeptEvaluation]s as JSON files ([EvaluationCodec]); [KeptResults] keeps a result and brings it back
/// with what has changed since, [KeptResult] is a line of the list of them; an [InputFile] tells whether a file is still the same.
///
/// May depend on: `core`, `core.evaluate`, `core.evaluate.result`, `core.evaluate.setup`, `core.file`, `core.job`, `core.json`,
/// `core.sandbox`, `core.score`, `core.statistics`, `core.task`, `core.workspace`, `model.json`, `model.score`, `model.task`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.kept;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.file.InputFile;
