package org.shoptrace.app;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sets the logging backend up: warnings and worse, one line each, on standard error. The launcher names this class to the JDK
/// (`java.util.logging.config.class`), so it holds before the first message.
public final class Logging {
    /// Libraries that warn about a choice we made: the class path for JavaFX, no incubator module for Lucene, embedding on
    /// the processor where the machine has a graphics card (see the decisions).
    /// The loggers are kept, because the backend forgets the level of one that nobody holds.
    private static final List<Logger> QUIET = List.of(Logger.getLogger("javafx"), Logger.getLogger("org.apache.lucene"),
            Logger.getLogger("ai.djl"));

    public Logging() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %3$s: %5$s%6$s%n");
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new SimpleFormatter());
        console.setLevel(Level.WARNING);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
