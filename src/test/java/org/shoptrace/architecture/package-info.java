/// Rules about the whole code base, each with its reason.
///
/// Every package of `src/main/java` says in its package-info what it uses, in one sentence of this form, which `PackageDependenciesTest`
/// holds against its classes and their imports:
///
/// ```
/// May depend on: `core`, `core.json`, `model.task`, JavaFX, Lucene.
/// ```
///
/// First the packages of the program in backquotes, each by its whole name without `org.shoptrace.`, in the order of the alphabet; then the
/// libraries by their names, in the order of the alphabet. A comma between two, a full stop behind the last. Everything that is used is
/// named, and nothing else: `core` is that package alone, not those below it. Nobody names itself, the JDK, JSpecify or SLF4J; who
/// needs nothing else says "the JDK", and only the launcher and the commands say "everything". The sentence may go over several lines, and
/// another one that says why may follow it. When the test fails, it gives the lines to write.
@NullMarked
package org.shoptrace.architecture;

import org.jspecify.annotations.NullMarked;
