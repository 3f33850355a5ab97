package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--profile` and `--similarity` of the commands that score.
final class ScorerOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = ShoppingBenchProfile.NAME,
            description = "shoppingbench (default) or oro.")
    private String profile = ShoppingBenchProfile.NAME;

    @Option(
            names = "--similarity",
            paramLabel = "MODEL",
            defaultValue = "embedded",
            description = "embedded:minilm (also embedded, the default), embedded:bge, table:FILE or endpoint:URL,MODEL "
                    + "(key from SHOPTRACE_API_KEY).")
    private String similarity = "embedded";

    /// The similarity that is asked for; looks at the profile's name too, so that wrong usage is told before any work.
    SimilarityChoice similarity(CommandSpec spec) {
        if (ScoringProfile.of(profile).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--profile: shoppingbench or oro is expected, not " + profile);
        }
        return parsed(similarity, "--similarity", spec);
    }

    /// The scorer that is asked for, with this user's vectors.
    ChosenScorer chosen(CommandSpec spec) {
        SimilarityChoice titles = similarity(spec);
        return new ChosenScorer(profile(), titles, new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv()));
    }

    /// The similarity that an option's text asks for.
    static SimilarityChoice parsed(String text, String option, CommandSpec spec) {
        try {
            return SimilarityChoice.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    /// Looks at the names of models: one for all rollout files, or one for each.
    static void requireModels(List<String> models, List<Path> rollouts, CommandSpec spec) {
        if (models.size() > 1 && models.size() != rollouts.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--model: one name, or one for each of the " + rollouts.size() + " rollout files, not " + models.size());
        }
    }

    /// The profile that is asked for, once [#similarity(CommandSpec)] has looked at its name.
    ScoringProfile profile() {
        return ScoringProfile.of(profile).orElseThrow();
    }
}
