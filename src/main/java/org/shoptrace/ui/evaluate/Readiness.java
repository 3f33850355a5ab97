package org.shoptrace.ui.evaluate;

import java.util.Arrays;
import java.util.List;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Whether what is chosen can be evaluated.
final class Readiness {
    private Readiness() {}

    /// The smallest difference between two models that the tasks of the chosen files can show; empty text when there is no task.
    static String power(List<RolloutChoice> chosen, PowerViewModel before) {
        int tasks = Arrays.stream(Intent.values())
                .mapToInt(intent -> chosen.stream().mapToInt(file -> file.byIntent().getOrDefault(intent, 0)).max().orElse(0))
                .sum();
        if (tasks == 0) {
            return "";
        }
        String shows = before.detectable(tasks)
                .map(difference -> "differences from " + Shares.percent(difference) + " points on can be shown")
                .orElse("they are too few to show any difference");
        DiscordantShare share = before.shareProperty().get();
        return "About %s: %s (McNemar, power 0.8, if two models differ on %s %% of them: %s)."
                .formatted(Counts.of(tasks, "task"), shows, Shares.percent(share.value()), share.source());
    }

    /// Why not, for people; empty text when it can.
    ///
    /// @param files  all of the workspace
    /// @param chosen those that are not left out
    static String reason(WorkspaceViewModel workspace, EvaluationForm form, List<RolloutChoice> files, List<RolloutChoice> chosen) {
        if (files.isEmpty()) {
            return "There are no rollouts in this workspace";
        }
        if (chosen.isEmpty()) {
            return "Choose at least one rollout file";
        }
        if (workspace.tasks().isEmpty()) {
            return "There are no tasks in this workspace to score against";
        }
        if (chosen.stream().allMatch(file -> file.byIntent().isEmpty())) {
            return "None of the chosen runs belongs to a task of this workspace";
        }
        if (form.profileProperty().get() == ScoringProfile.ORO
                && chosen.stream().flatMap(file -> file.byIntent().keySet().stream()).allMatch(intent -> intent == Intent.WEB)) {
            return "Profile oro scores product, shop and voucher runs; the chosen ones are web runs";
        }
        String catalog = switch (workspace.catalogProperty().get()) {
            case CatalogState.Unknown _ -> "The catalogue is still being looked for";
            case CatalogState.None _ -> "There is no catalogue in this workspace to look products up in";
            case CatalogState.NotIndexed _ -> "The catalogue has no index yet: build it in Sandbox";
            case CatalogState.Building _ -> "The catalogue's index is being built";
            case CatalogState.Open _ -> "";
        };
        return catalog.isEmpty() ? form.problem() : catalog;
    }
}
