/// What is in a folder: catalogues, tasks and rollouts, recognised by their content.
///
/// [WorkspaceScanner] looks through the folder and gives a [Workspace]; [FileKind] tells what a file is from its first bytes;
/// [WorkspaceFolder] is where Shoptrace may write for it.
///
/// [CatalogueChoice] finds the catalogue that runs were made over, [TaskBelonging] the task of each; [IdentityStore] keeps what a person
/// answered.
///
/// May depend on: `core`, `core.container`, `core.file`, `core.job`, `core.json`, `core.sandbox`, `core.task`, `core.trajectory`,
/// `model.json`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.workspace;

import org.jspecify.annotations.NullMarked;
