package org.shoptrace.app;

import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sets the logging backend up: warnings and worse, one line each, on standard error. The launcher names this class to the JDK
/// (`java.util.logging.config.class`), so it holds before the first message.
public final class Logging {
    /// Libraries that warn about a choice we made: the class path for JavaFX, no incubator module for Lucene (see the decisions).
    private static final Map<String, Level> LIBRARIES = Map.of("javafx", Level.SEVERE, "org.apache.lucene", Level.SEVERE);

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
        LIBRARIES.forEach((name, level) -> Logger.getLogger(name).setLevel(level));
    }
}
