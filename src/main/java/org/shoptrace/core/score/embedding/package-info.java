/// The sentence-embedding models that come with the program and run offline on the CPU: stand-ins for the one that published
/// figures are made with, and they say so.
///
/// Key types: [EmbeddedSimilarity] with the thresholds of [ShippedCalibrations]; [SimilarityModels] opens any similarity that can be
/// chosen, [LastingSimilarities] keeps embedded ones open. The only package that knows LangChain4j.
///
/// May depend on: `core`, `core.score`, `core.secret`, `core.statistics`, `core.task`, `model.task`, LangChain4j.
@NullMarked
package org.shoptrace.core.score.embedding;

import org.jspecify.annotations.NullMarked;
