/// [Shopper]: an agent by rules instead of a language model, with honest limits. It knows fixed phrases only, searches with the user's
/// own words, looks at few candidates and compares spellings letter by letter.
///
/// [CarelessShopper] makes the mistakes of language models on top of it.
///
/// [QueryReader] makes an [Errand] out of the query, [ShoppingTrip] is the plan, [Notebook] what the tools have answered so far.
///
/// May depend on: `core.agent`, `core.json`, `model.catalog`, `model.json`, `model.trajectory`. Not on tasks, catalogue, sandbox or scores,
/// so that it cannot know more than the query and the tools' answers.
@NullMarked
package org.shoptrace.core.agent.scripted;

import org.jspecify.annotations.NullMarked;
