package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.session.Complaints;

/// Prints what goes wrong with a workspace, a line each.
record PrintedComplaints(PrintWriter err) implements Complaints {
    @Override
    public void failed(Exception failure) {
        err.println(failure.getMessage());
    }

    @Override
    public void about(String what, List<?> items) {
        items.forEach(err::println);
    }

    @Override
    public void nothingRecognised(Path folder) {
        err.println("Nothing was recognised in " + folder);
    }
}
