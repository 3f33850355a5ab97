package org.shoptrace.core.job;

/// A piece of work that yields a value. It runs on one background thread, checks [Progress#checkCancelled()] often,
/// and touches nothing that belongs to a screen.
@FunctionalInterface
public interface Job<T> {
    T run(Progress progress) throws Exception;
}
