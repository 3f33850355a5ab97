package org.shoptrace.core.evaluate.setup;

import java.util.List;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.task.Intent;

/// Whether the chosen rollout files of a workspace can be evaluated.
///
/// @param files   all of the workspace
/// @param chosen  those that are to be scored
/// @param tasked  whether the workspace has tasks
/// @param profile that they are to be scored by
/// @param catalog what there is to look products up in
public record Readiness(
        List<RolloutChoice> files, List<RolloutChoice> chosen, boolean tasked, ScoringProfile profile, CatalogState catalog) {
    public Readiness {
        files = List.copyOf(files);
        chosen = List.copyOf(chosen);
    }

    /// About how many tasks the chosen files were asked: of each intent the most that one of them was.
    public int tasks() {
        return Intent.LEVELS.stream()
                .mapToInt(intent -> chosen.stream().mapToInt(file -> file.byIntent().getOrDefault(intent, 0)).max().orElse(0))
                .sum();
    }

    /// Whether the runs should be judged by what their files say where nobody chose: the benchmark's rules have nothing to judge by, and
    /// files do judge.
    public boolean isOwnUsual() {
        boolean ruled = files.stream().anyMatch(file -> file.matched() > 0)
                && !(catalog instanceof CatalogState.None || catalog instanceof CatalogState.NotIndexed);
        return !ruled && files.stream().anyMatch(file -> file.judged() > 0);
    }

    /// Why nothing can be judged by what the files say, for people; empty text when it can.
    public String ownObstacle() {
        if (files.isEmpty()) {
            return "There are no rollouts in this workspace";
        }
        if (chosen.isEmpty()) {
            return "Choose at least one rollout file";
        }
        return chosen.stream().allMatch(file -> file.judged() == 0)
                ? "The chosen files do not judge their runs: judge them by the benchmark's rules"
                : "";
    }

    /// Why nothing can be scored, for people; empty text when it can.
    public String obstacle() {
        if (files.isEmpty()) {
            return "There are no rollouts in this workspace";
        }
        if (chosen.isEmpty()) {
            return "Choose at least one rollout file";
        }
        if (!tasked) {
            return "There are no tasks in this workspace to score against";
        }
        if (chosen.stream().allMatch(file -> file.byIntent().isEmpty())) {
            return "None of the chosen runs belongs to a task of this workspace";
        }
        if (profile == ScoringProfile.ORO
                && chosen.stream().flatMap(file -> file.byIntent().keySet().stream()).allMatch(intent -> intent == Intent.WEB)) {
            return "Profile oro scores product, shop and voucher runs; the chosen ones are web runs";
        }
        return switch (catalog) {
            case CatalogState.Unknown _ -> "The catalogue is still being looked for";
            case CatalogState.None _ -> "There is no catalogue in this workspace to look products up in";
            case CatalogState.NotIndexed _ -> "The catalogue has no index yet: build it in Sandbox";
            case CatalogState.Building _ -> "The catalogue's index is being built";
            case CatalogState.Open _ -> "";
        };
    }
}
