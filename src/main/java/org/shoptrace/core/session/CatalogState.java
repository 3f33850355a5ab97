package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.sandbox.Sandbox;

/// What the workspace has of a catalogue.
public sealed interface CatalogState {

    /// The folder is being looked at.
    record Unknown() implements CatalogState {}

    /// There is neither an index nor a file of documents.
    record None() implements CatalogState {}

    /// There are documents, and no index of them yet; building one is offered.
    ///
    /// @param documents the files it would be built from
    /// @param bytes     their size in all
    record NotIndexed(List<Path> documents, long bytes) implements CatalogState {
        public NotIndexed {
            documents = List.copyOf(documents);
        }
    }

    /// The index is being built.
    record Building(List<Path> documents) implements CatalogState {
        public Building {
            documents = List.copyOf(documents);
        }
    }

    /// Searches work.
    ///
    /// @param directory where the index is, for the command line; empty when it is in none
    /// @param changed   the names of documents that have changed since it was built
    record Open(Sandbox sandbox, Optional<Path> directory, List<String> changed) implements CatalogState {
        public Open {
            changed = List.copyOf(changed);
        }

        /// One whose documents are as they were.
        public Open(Sandbox sandbox, Optional<Path> directory) {
            this(sandbox, directory, List.of());
        }

        public Open(Sandbox sandbox) {
            this(sandbox, Optional.empty());
        }
    }
}
