package org.shoptrace.core.trajectory;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a rollout file's name says: `rollout_<task>_<model>.jsonl` carries the model's name, and nothing inside does.
public final class RolloutFileName {
    /// The task's name may hold underscores, and so may the model's; the benchmark's own task names are known.
    private static final Pattern ROLLOUT =
            Pattern.compile("rollout_(?:synthesize_.+?_(?:test|train)|web_simpleqa|[^_]+)_(?<model>.+)");

    private static final Pattern ENDING = Pattern.compile("(?:\\.jsonl?|\\.txt)?(?:\\.gz)?$");

    private RolloutFileName() {}

    /// The model's name; the name of a file of another pattern without its ending.
    public static String model(Path file) {
        String stem = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        Matcher matcher = ROLLOUT.matcher(stem);
        return matcher.matches() ? matcher.group("model") : stem;
    }
}
