/// What people read instead of the names in files: figures, scores, intent levels, and the classes of failures.
///
/// Key types: [Glossary] lists every word with its name in files and its meaning. It is a list of values without state.
///
/// May depend on: `core.evaluate.figure`, `core.evaluate.loss`, `model.finding`, `model.score`, `model.task`.
@NullMarked
package org.shoptrace.core.glossary;

import org.jspecify.annotations.NullMarked;
