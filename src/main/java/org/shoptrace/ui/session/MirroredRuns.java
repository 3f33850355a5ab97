package org.shoptrace.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.function.Predicate;
import javafx.collections.ModifiableObservableListBase;
import org.shoptrace.model.trajectory.RunSummary;

/// The runs of the open workspace as a list that tells of many runs that are replaced or taken away, each at its place, in one change:
/// whoever counts or sorts all of them then does so once.
final class MirroredRuns extends ModifiableObservableListBase<RunSummary> implements RandomAccess {
    private final List<RunSummary> runs = new ArrayList<>();

    /// @param replaced what stands at each index by now
    void replace(SortedMap<Integer, RunSummary> replaced) {
        beginChange();
        try {
            replaced.forEach(this::set);
        } finally {
            endChange();
        }
    }

    @Override
    public boolean removeIf(Predicate<? super RunSummary> filter) {
        List<RunSummary> left = new ArrayList<>(runs.size());
        beginChange();
        try {
            for (RunSummary run : runs) {
                if (filter.test(run)) {
                    nextRemove(left.size(), run);
                } else {
                    left.add(run);
                }
            }
            if (left.size() == runs.size()) {
                return false;
            }
            modCount++;
            runs.clear();
            runs.addAll(left);
            return true;
        } finally {
            endChange();
        }
    }

    @Override
    public void clear() {
        removeIf(_ -> true);
    }

    @Override
    public RunSummary get(int index) {
        return runs.get(index);
    }

    @Override
    public int size() {
        return runs.size();
    }

    @Override
    protected void doAdd(int index, RunSummary run) {
        runs.add(index, run);
    }

    @Override
    protected RunSummary doSet(int index, RunSummary run) {
        return runs.set(index, run);
    }

    @Override
    protected RunSummary doRemove(int index) {
        return runs.remove(index);
    }
}
