/// The sentence-embedding model that comes with the program and runs offline on the CPU: a stand-in for the one that published
/// figures are made with, and it says so.
///
/// Key types: [EmbeddedSimilarity]; [SimilarityModels] opens any similarity that can be chosen, [LastingSimilarities] keeps the embedded
/// one open. The only package that knows LangChain4j.
///
/// May depend on: `core`, `core.score`, `core.statistics`, `core.task`, `model.task`, LangChain4j.
@NullMarked
package org.shoptrace.core.score.embedding;

import org.jspecify.annotations.NullMarked;
