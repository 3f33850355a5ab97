package org.shoptrace.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.http.SandboxServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace serve`: the tools over HTTP until the program is asked to end (Ctrl+C, SIGTERM).
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Offer the tools over HTTP, for agents of the benchmark.")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + SandboxServer.DEFAULT_PORT,
            description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    private int port = SandboxServer.DEFAULT_PORT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 0xffff) {
            throw new ParameterException(spec.commandLine(), "--port is " + port + ", not a number from 0 to 65535");
        }
        try (Sandbox sandbox = catalog.open();
                SandboxServer server = SandboxServer.start(sandbox, host, port)) {
            // The signal ends the JVM through its shutdown hooks, never through this thread.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop-serving").unstarted(() -> {
                server.close();
                sandbox.close();
            }));
            if (server.isOpen()) {
                spec.commandLine().getErr()
                        .println("Anyone who reaches " + host + " on the network can read what is served: the products, and"
                                + " nothing else. Leave --host out to serve this machine alone.");
            }
            spec.commandLine().getOut()
                    .println("Serving " + sandbox.size() + " products at http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                            + server.address().getPort());
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
