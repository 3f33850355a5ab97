package org.shoptrace.core.sandbox.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.model.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two tools of a sandbox over HTTP, with the paths and answers of the benchmark's server, and those that ORO adds.
/// It does not own the sandbox: close the server first, then the sandbox.
public final class SandboxServer implements AutoCloseable {
    /// The port that the benchmark's agents expect.
    public static final int DEFAULT_PORT = 5631;

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private static final Json.Obj USAGE = texts(
            "/find_product", "q,page,shop_id,price,sort,service", "/view_product_information", "product_ids");
    private static final Json.Obj HEALTH = texts("service", "search-server", "status", "healthy");

    private final Sandbox sandbox;
    private final OwnNames names;
    private final Listener listener;

    /// A status and a JSON body.
    private record Reply(int status, Json body) {
        static Reply ok(Json body) {
            return new Reply(200, body);
        }

        static Reply error(int status, String sentence) {
            return new Reply(status, texts("error", sentence));
        }

        private Listener.Reply sent(boolean allowed) {
            Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json; charset=utf-8"));
            if (allowed) {
                headers.put("Allow", ALLOWED);
            }
            return new Listener.Reply(status, headers, JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Answers implements Listener.Answerer {
        @Override
        public Listener.Reply answer(HttpRequestHead request) {
            return SandboxServer.this.answer(request);
        }

        @Override
        public Listener.Reply refuse(int status, String sentence) {
            return Reply.error(status, sentence).sent(false);
        }
    }

    private SandboxServer(Sandbox sandbox, InetSocketAddress address, String host) throws IOException {
        this.sandbox = sandbox;
        this.names = OwnNames.of(address, host);
        this.listener = new Listener(address, new Answers());
    }

    /// Listens once a first search has worked.
    ///
    /// @param port 0 for any free one, see [#address]
    /// @throws ShoptraceException when the address is taken or not this machine's, or the sandbox cannot search
    public static SandboxServer start(Sandbox sandbox, String host, int port) throws ShoptraceException {
        sandbox.find(FindRequest.of("ready"));
        InetSocketAddress address = new InetSocketAddress(host, port);
        try {
            return new SandboxServer(sandbox, address, host);
        } catch (BindException e) {
            throw new ShoptraceException(
                    "the port is in use or the address is not this machine's (" + e.getMessage() + ")",
                    host + ":" + port,
                    "Stop the program that listens there, or choose another port with --port",
                    e);
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the server cannot listen (" + e.getMessage() + ")", host + ":" + port, "Check --host and --port", e);
        }
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return listener.address();
    }

    /// Stops listening and waits up to a second for requests under way.
    @Override
    public void close() {
        listener.close();
    }

    /// Whether others than this machine can reach it.
    public boolean isOpen() {
        return !names.onlyHere();
    }

    private Listener.Reply answer(HttpRequestHead request) {
        String host = request.header("host").orElse("");
        String path = request.path();
        String method = request.method();
        if (!names.allows(host)) {
            return Reply.error(403, "this server answers to the names of its own machine alone, such as localhost, not to " + host)
                    .sent(false);
        }
        if (!isKnown(path)) {
            return Reply.error(404, "there is nothing at " + path).sent(false);
        }
        return switch (method) {
            case "OPTIONS" -> new Listener.Reply(200, Map.of("Allow", ALLOWED), new byte[0]);
            case "GET", "HEAD" -> reply(path, request.query()).sent(false);
            default -> Reply.error(405, "the method is " + method + "; use GET").sent(true);
        };
    }

    private static boolean isKnown(String path) {
        return switch (path) {
            case "/", "/health", "/find_product", "/view_product_information", "/get_product_raw" -> true;
            default -> false;
        };
    }

    private Reply reply(String path, QueryString query) {
        try {
            return switch (path) {
                case "/find_product" -> Reply.ok(SandboxJson.find(sandbox.find(findRequest(query))));
                case "/view_product_information" -> Reply.ok(SandboxJson.view(sandbox.view(productIds(path, query))));
                case "/get_product_raw" -> Reply.ok(records(productIds(path, query)));
                case "/health" -> Reply.ok(HEALTH);
                default -> Reply.ok(USAGE);
            };
        } catch (BadRequestException e) {
            return Reply.error(400, sentence(e));
        } catch (ShoptraceException e) {
            LOG.error("a request failed at {}", path, e);
            return Reply.error(500, sentence(e));
        } catch (RuntimeException e) {
            LOG.error("a bug, met at {}", path, e);
            return Reply.error(500, "a bug: " + e);
        }
    }

    private static FindRequest findRequest(QueryString query) {
        return new FindRequest(
                query.get("q"), query.get("page"), query.get("shop_id"), query.get("price"), query.get("sort"), query.get("service"));
    }

    private static String productIds(String path, QueryString query) throws BadRequestException {
        String ids = query.get("product_ids");
        if (ids == null) {
            throw new BadRequestException("the parameter product_ids is missing", path.substring(1), "Name ids, joined by commas");
        }
        return ids;
    }

    /// Whole products, as their documents have them.
    private Json records(String productIds) throws ShoptraceException {
        List<Json> records = new ArrayList<>();
        for (String id : productIds.split(",", -1)) {
            sandbox.record(id).map(SandboxJson::asPythonWrites).ifPresent(records::add);
        }
        return Json.array(records);
    }

    private static String sentence(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static Json.Obj texts(String... keysAndValues) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(keysAndValues[i], Json.of(keysAndValues[i + 1]));
        }
        return new Json.Obj(fields);
    }
}
