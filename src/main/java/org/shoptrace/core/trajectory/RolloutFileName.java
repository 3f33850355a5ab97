package org.shoptrace.core.trajectory;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a rollout file's name says: `rollout_<task>_<model>.jsonl` carries the model's name, and nothing inside does.
public final class RolloutFileName {
    /// The task's name may hold underscores, and so may the model's; the benchmark's own task names are known.
    private static final Pattern ROLLOUT = Pattern.compile("rollout_(?:synthesize_.+?_(?:test|train)|web_simpleqa|[^_]+)_(?<model>.+)");

    private static final Pattern ENDING = Pattern
            .compile("(?:\\.jsonl?|\\.ndjson|\\.txt|\\.eval|\\.parquet|\\.zip)?(?:\\.gz|\\.zst|\\.bz2)?$");

    /// Names that say nothing of a model: those of a folder with a file for each run.
    private static final Pattern OF_ONE_RUN = Pattern.compile(
            "(?i)(?:agent|trajectory|messages|conversation"
                    + "|(?:trajectory|traj|run|task|episode|conversation|messages?|session|trial|problem|sample|query)?[-_"
                    + " .#]*(?:\\d+[-_\\d]*|[0-9a-f]{8}[-0-9a-f]*))");

    private RolloutFileName() {}

    /// The model's name; the name of a file of another pattern without its ending. Where that is the name of one run among others
    /// (`trajectory.json`, `task_12.json`), the name of the folder.
    public static String model(Path file) {
        String stem = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        Matcher matcher = ROLLOUT.matcher(stem);
        return matcher.matches() ? matcher.group("model") : folder(file.toAbsolutePath().normalize(), stem);
    }

    /// Folder and file, because the files of two folders often have the same names.
    public static String withFolder(Path file) {
        Path folder = file.getParent();
        return folder == null || folder.getFileName() == null ? file.toString() : folder.getFileName() + "/" + file.getFileName();
    }

    private static String folder(Path file, String stem) {
        if (!OF_ONE_RUN.matcher(stem).matches()) {
            return stem;
        }
        for (Path folder = file.getParent(); folder != null && folder.getFileName() != null; folder = folder.getParent()) {
            String name = folder.getFileName().toString();
            if (!OF_ONE_RUN.matcher(name).matches()) {
                return name;
            }
        }
        return stem;
    }
}
