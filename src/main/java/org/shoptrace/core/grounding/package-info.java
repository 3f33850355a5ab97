/// What an agent's thoughts and answers state of products, found by rules alone and held against what it had been shown and against the
/// catalogue. Why by rules, by value and bound: ADR 0033.
///
/// [GroundingCheck] goes over a run. [Sentences] cuts what a step says, [Binding] says which products a sentence speaks of ([Titles] by
/// words of a title, [Clauses] where it turns to another), [Mood] and [Negation] whether it states anything and whether it denies it.
/// One class each finds a kind of claim: [RecordClaims] what searches show, [PriceClaims] over the [Amounts] of a sentence, [SumClaims]
/// and [BudgetClaims] over [Totals], [ComparisonClaims], [KeyedClaims] (`key: value`), [WordClaims] (values in prose). [WordForms],
/// [Forms], [Key], [Family] and [Values] say what is the same in other words.
/// [Judge] gives the verdict, over the [Shelf] of what the run has come across.
///
/// May depend on: `core`, `core.sandbox`, `model.catalog`, `model.finding`, `model.json`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.grounding;

import org.jspecify.annotations.NullMarked;
