package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// What has changed in an [OpenWorkspace], told right after it, one thing after the other. Each carries enough to follow it in a copy.
public sealed interface WorkspaceChange {

    /// Another workspace is being opened: nothing is known but its name.
    record Cleared(String name) implements WorkspaceChange {}

    record FolderKnown(WorkspaceFolder folder) implements WorkspaceChange {}

    /// The folder was looked through, and this of it is not read.
    record LookedThrough(UnreadFiles left) implements WorkspaceChange {}

    /// A sandbox that was open before is closed after this was told.
    record CatalogueChanged(CatalogState state) implements WorkspaceChange {}

    /// The task files were read, or other ones of their tasks count; [OpenWorkspace#tasks()] has them.
    record TasksChanged() implements WorkspaceChange {}

    record IdentityChanged(Identity identity) implements WorkspaceChange {}

    record ChoicesChanged(IdentityChoices choices) implements WorkspaceChange {}

    /// Runs were found; they stand after those before.
    record RunsAdded(List<RunSummary> runs) implements WorkspaceChange {
        public RunsAdded {
            runs = List.copyOf(runs);
        }
    }

    /// Runs ask other queries by now, each at its index.
    record RunsSettled(SortedMap<Integer, RunSummary> runs) implements WorkspaceChange {
        public RunsSettled {
            runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
        }
    }

    /// A file was replaced, and the runs that were in it are gone.
    record RunsRemoved(Path file) implements WorkspaceChange {}

    /// What was found out about runs, in place of what was known of them before.
    record FoundOut(Map<RunId, RunOutcome> outcomes, Map<RunId, RunFacts> facts) implements WorkspaceChange {
        public FoundOut {
            outcomes = Map.copyOf(outcomes);
            facts = Map.copyOf(facts);
        }
    }

    /// How these runs ended has to be looked at anew.
    record Forgotten(Set<RunId> runs) implements WorkspaceChange {
        public Forgotten {
            runs = Set.copyOf(runs);
        }
    }

    /// Where the catalogue comes from when there is a choice, and where Shoptrace writes when the folder is read-only; empty for neither.
    record Remarked(String remark) implements WorkspaceChange {}

    /// Everything has been read that is read when a workspace is opened.
    record Loaded() implements WorkspaceChange {}
}
