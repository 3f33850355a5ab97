package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.trajectory.RolloutFileName;

/// A set-up as words of a command, and as what a provenance says of it.
public final class SetupMaking {
    private SetupMaking() {}

    /// With `--rollouts`, and with `--model` where it was asked for or where the files' own names do not tell it.
    ///
    /// @param models one for all, one for each, or none where the files tell them
    public static Making rollouts(Making making, List<Path> files, List<String> models) {
        List<String> told = models;
        if (models.isEmpty()) {
            List<String> own = new ArrayList<>();
            FileNames names = FileNames.of(files);
            boolean tells = true;
            for (Path file : files) {
                own.add(RolloutFileName.model(file));
                tells &= isTold(file, names);
            }
            told = tells ? List.of() : own;
        }
        return rollouts(making, files).options("--model", told);
    }

    /// With `--rollouts` alone.
    static Making rollouts(Making making, List<Path> files) {
        return making.files("--rollouts", Role.ROLLOUTS, files);
    }

    /// Whether what a file is called in what is made names the same model as its whole path does.
    static boolean isTold(Path file, FileNames names) {
        return RolloutFileName.model(Path.of("/", names.of(file))).equals(RolloutFileName.model(file));
    }

    /// With `--profile`, `--similarity` and `--no-think`.
    public static Making scorer(Making making, EvaluationSetup setup) {
        return scorer(making, setup.profile(), setup.similarity()).flag("--no-think", setup.noThink());
    }

    /// With `--profile` and `--similarity`.
    public static Making scorer(Making making, ScoringProfile profile, SimilarityChoice similarity) {
        return similarity(making.option("--profile", profile.wireName()), "--similarity", similarity);
    }

    /// With an option that says how titles are compared.
    public static Making similarity(Making making, String option, SimilarityChoice choice) {
        return switch (choice) {
            case SimilarityChoice.Table(Path file) -> making.prefixed(option, Role.SIMILARITIES, "table:", file);
            default -> making.option(option, choice.written());
        };
    }

    /// What a provenance says of a set-up.
    public static Settings settings(EvaluationSetup setup, TitleSimilarity similarity) {
        return Settings.NONE.scoredBy(setup.profile().wireName(), told(setup.similarity(), similarity), setup.noThink());
    }

    /// What a provenance says of a similarity.
    ///
    /// @param choice that it was opened by
    public static Similarity told(SimilarityChoice choice, TitleSimilarity similarity) {
        return new Similarity(similarity.name(), similarity.comparableWithPublished(), choice.sha256());
    }
}
