package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers what it was told, a line each.
final class ToldComplaints implements Complaints {
    final List<String> told = new ArrayList<>();
    /// Indexes a catalogue again whose documents have changed.
    Optional<Runnable> again = Optional.empty();

    @Override
    public void failed(Exception failure) {
        told.add(String.valueOf(failure.getMessage()));
    }

    @Override
    public void outdated(Exception warning, Runnable indexAgain) {
        failed(warning);
        again = Optional.of(indexAgain);
    }

    @Override
    public void about(String what, List<?> items) {
        told.add(what + ": " + items);
    }

    @Override
    public void nothingRecognised(Path folder) {
        told.add("Nothing was recognised in " + folder);
    }
}
