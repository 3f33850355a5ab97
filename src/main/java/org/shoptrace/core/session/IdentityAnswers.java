package org.shoptrace.core.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.WorkspaceFolder;

/// What a person answered about one workspace, kept in it. Safe for use by several threads.
final class IdentityAnswers {
    private final IdentityStore store;
    private final AtomicReference<Identity> newest = new AtomicReference<>(Identity.NONE);
    private volatile boolean readable = true;

    IdentityAnswers(WorkspaceFolder folder) {
        this.store = new IdentityStore(folder);
    }

    /// What was answered before; nothing where it cannot be read.
    ///
    /// @param unreadable told of answers that cannot be read, which stops nothing
    Identity load(Consumer<ShoptraceException> unreadable) {
        try {
            return store.load();
        } catch (ShoptraceException e) {
            readable = false;
            unreadable.accept(e);
            return Identity.NONE;
        }
    }

    /// Whether what was kept before could be read; else nothing may take its place unasked.
    boolean isReadable() {
        return readable;
    }

    /// Takes answers in that are to be kept next.
    void toKeep(Identity identity) {
        newest.set(identity);
    }

    /// Keeps the newest answers: of two jobs that overlap neither writes what the other has overtaken. Called in a job.
    synchronized Identity save() throws ShoptraceException {
        Identity identity = newest.get();
        store.save(identity);
        return identity;
    }
}
