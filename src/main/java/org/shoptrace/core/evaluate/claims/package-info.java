/// What agents claim, held against evidence, as figures: [ClaimFigures] of several series, made of the
/// [org.shoptrace.core.evaluate.ClaimCheck] of each. Why they are counted so: ADR 0034. It runs on the thread of its caller; everything is
/// immutable.
///
/// May depend on: `core.evaluate`, `core.evaluate.figure`, `core.statistics`, `model.finding`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.claims;

import org.jspecify.annotations.NullMarked;
