/// What an agent is asked to do, and what counts as having done it.
///
/// Key types: [Task], its [Intent] level, the [Reward] per target product with its [PriceRange]s, and the [Voucher].
/// Source: `synthesize_<intent>_test.jsonl` and the ORO suites.
///
/// May depend on: `model.catalog`, `model.json`.
@NullMarked
package org.shoptrace.model.task;

import org.jspecify.annotations.NullMarked;
