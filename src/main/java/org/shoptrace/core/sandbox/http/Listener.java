package org.shoptrace.core.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes connections and answers the requests on them, one virtual thread a connection.
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    /// How long a client may say nothing.
    private static final int IDLE_MILLIS = 60_000;
    /// A body longer than that is not read to its end: the connection is closed.
    private static final long LONGEST_BODY = 1 << 20;
    private static final long LAST_REQUESTS_MILLIS = 1_000;

    private final ServerSocket socket;
    private final Answerer answerer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answering = new AtomicInteger();
    private final ExecutorService connections = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-http-", 1).factory());
    private final Clock clock = Clock.systemUTC();
    private volatile boolean closed;

    /// A reply: a status, headers and a body.
    record Reply(int status, Map<String, String> headers, byte[] body) {}

    /// Answers requests, several at once.
    interface Answerer {
        Reply answer(HttpRequestHead request);

        /// What is said to something that is no request.
        Reply refuse(int status, String sentence);
    }

    /// Listens from now on.
    Listener(InetSocketAddress address, Answerer answerer) throws IOException {
        this.answerer = answerer;
        this.socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, 0);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        Thread.ofPlatform().name("sandbox-http").daemon(true).start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = socket.accept();
                open.add(client);
                connections.execute(() -> serve(client));
            } catch (IOException e) {
                if (!closed) {
                    // As when there are no file descriptors left: those that are open end some time.
                    LOG.warn("a connection was not taken: {}", e.getMessage());
                    pause();
                }
            } catch (RejectedExecutionException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(IDLE_MILLIS);
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            boolean more = true;
            while (more && !closed) {
                more = one(in, out);
            }
        } catch (SocketException | SocketTimeoutException e) {
            LOG.debug("a client went away: {}", e.getMessage());
        } catch (IOException e) {
            LOG.debug("a connection broke: {}", e.getMessage());
        } finally {
            open.remove(client);
        }
    }

    /// @return whether another request may follow
    private boolean one(InputStream in, OutputStream out) throws IOException {
        Optional<HttpRequestHead> request;
        try {
            request = HttpRequestHead.read(in);
        } catch (HttpRequestHead.UnreadableException e) {
            send(answerer.refuse(e.status(), String.valueOf(e.getMessage())), true, false, out);
            return false;
        }
        if (request.isEmpty()) {
            return false;
        }
        answering.incrementAndGet();
        try {
            Optional<Long> body = request.get().bodyLength().filter(length -> length <= LONGEST_BODY);
            boolean goesOn = request.get().goesOn() && body.isPresent() && request.get().header("expect").isEmpty();
            Reply reply = answerer.answer(request.get());
            if (goesOn) {
                in.skipNBytes(body.orElse(0L));
            }
            send(reply, !request.get().method().equals("HEAD"), goesOn, out);
            return goesOn;
        } finally {
            answering.decrementAndGet();
        }
    }

    private void send(Reply reply, boolean withBody, boolean goesOn, OutputStream out) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock).withZoneSameInstant(ZoneOffset.UTC)));
        headers.put("Content-Length", Integer.toString(reply.body().length));
        if (!goesOn) {
            headers.put("Connection", "close");
        }
        out.write(HttpRequestHead.reply(reply.status(), headers));
        if (withBody) {
            out.write(reply.body());
        }
        out.flush();
    }

    /// Takes nothing more, and waits up to a second for requests under way.
    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the socket could not be closed: {}", e.getMessage());
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_REQUESTS_MILLIS);
        while (answering.get() > 0 && System.nanoTime() < end) {
            pause();
        }
        for (Socket client : open) {
            try {
                client.close();
            } catch (IOException e) {
                LOG.debug("a connection could not be closed: {}", e.getMessage());
            }
        }
        connections.shutdown();
    }
}
