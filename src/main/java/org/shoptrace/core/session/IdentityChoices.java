package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.workspace.Workspace.Catalogue;

/// What a person can choose where the files do not say what belongs together.
///
/// @param ambiguities queries that several task files ask for different rewards, answered or not
/// @param catalogues  those of the workspace that are built
/// @param open        the folder of the one that is open
public record IdentityChoices(List<TaskIndex.Ambiguity> ambiguities, List<Catalogue> catalogues, Optional<Path> open) {
    public static final IdentityChoices NONE = new IdentityChoices(List.of(), List.of(), Optional.empty());

    public IdentityChoices {
        ambiguities = List.copyOf(ambiguities);
        catalogues = List.copyOf(catalogues);
    }

    /// The disagreement about that query, if there is one.
    public Optional<TaskIndex.Ambiguity> ambiguity(String query) {
        return ambiguities.stream().filter(each -> each.query().equals(query)).findFirst();
    }

    IdentityChoices with(List<TaskIndex.Ambiguity> newAmbiguities) {
        return new IdentityChoices(newAmbiguities, catalogues, open);
    }

    IdentityChoices with(List<Catalogue> newCatalogues, Optional<Path> newOpen) {
        return new IdentityChoices(ambiguities, newCatalogues, newOpen);
    }
}
