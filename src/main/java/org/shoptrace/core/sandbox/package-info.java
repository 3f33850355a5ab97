/// The world that an agent acts in: a fixed catalogue behind two read-only tools. [Sandbox] is the one port that browsing,
/// agents, scoring, diagnosis, the HTTP server and the benchmarks call, so parity with the reference is proved once.
///
/// Key types: [Sandbox], [FindRequest] → [FindAnswer], [CatalogInfo]. `sandbox.lucene` implements it, `sandbox.http` serves it.
/// Source: `src/site/markdown/sandbox.md`; ShoppingBench, arXiv 2508.04266.
///
/// A further filter of `find_product` goes through [FindRequest] (as it stands on the wire), [FindCriteria] (what it means), the query in
/// `sandbox.lucene`, the parameter's name in `sandbox.http`, [ToolRequest] (from a recorded call), the option of the command `find`, and
/// the search form in `ui.sandbox`.
///
/// May depend on: `core`, `core.catalog`, `core.file`, `core.job`, `core.json`, `core.python`, `model.catalog`, `model.json`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.sandbox;

import org.jspecify.annotations.NullMarked;
