/// Scores as the published evaluators compute them, one class a profile, and the similarity of titles that they ask for.
///
/// Key types: [Profile] with [ShoppingBenchProfile] and [OroProfile] (task × run → score with every verdict),
/// what can be chosen are a [ScoringProfile] and a [SimilarityChoice];
/// [ConstraintChecks] (reward × product → verdicts), [RewardChecks] (the same for products that nobody recommended), [TitleSimilarity] with
/// [TableSimilarity] and [VectorSimilarity], the latter over an [Embedder] and a [VectorCache]; `score.embedding` holds the embedded model.
/// How far a model decides as the published one is a [TitleCalibration], judged by a [TitleCrossValidation].
/// Source: `src/site/markdown/scoring.md`. All types are safe for use by several threads.
///
/// May depend on: `core`, `core.file`, `core.json`, `core.python`, `core.secret`, `core.statistics`, `model.catalog`, `model.json`,
/// `model.score`, `model.task`, `model.trajectory`. Not on the sandbox's engine: products come through [ProductSource].
@NullMarked
package org.shoptrace.core.score;

import org.jspecify.annotations.NullMarked;
