package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.shoptrace.core.session.Complaints;
import org.shoptrace.ui.kit.Notices;

/// Shows what goes wrong with the open workspace as notices.
public record WorkspaceNotices(Notices notices) implements Complaints {

    @Override
    public void failed(Exception failure) {
        notices.report(failure);
    }

    @Override
    public void outdated(Exception warning, Runnable again) {
        notices.report(warning, new Notices.Remedy("Index again", again));
    }

    @Override
    public void about(String what, List<?> items) {
        String rest = items.size() == 1 ? "" : " (and " + (items.size() - 1) + " more)";
        notices.report(
                what + ", " + items.size() + ": " + items.getFirst() + rest,
                items.stream().map(Object::toString).collect(Collectors.joining("\n")));
    }

    @Override
    public void nothingRecognised(Path folder) {
        notices.report(
                "Nothing was recognised in " + folder + ". Open a folder with a catalogue (documents.jsonl), task files or rollouts.",
                folder.toString());
    }
}
