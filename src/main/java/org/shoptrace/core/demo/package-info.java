/// The workspace that a first start opens: a generated catalogue, tasks made from it, and the runs of three scripted shoppers that
/// really took place in it.
///
/// [DemoWorkspace] makes it or finds it made; [DemoPlan] says how large; [FactPages] is the web of its web tasks.
///
/// May depend on: `core`, `core.agent`, `core.agent.scripted`, `core.catalog`, `core.file`, `core.job`, `core.sandbox`,
/// `core.sandbox.lucene`, `core.sandbox.tool`, `core.task`, `core.trajectory`, `core.workspace`, `model.catalog`, `model.task`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.demo;

import org.jspecify.annotations.NullMarked;
