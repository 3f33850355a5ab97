package org.shoptrace.core.score;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.secret.Addresses;
import org.shoptrace.core.secret.Secret;
import org.shoptrace.core.secret.ServerText;
import org.shoptrace.model.json.Json;

/// Vectors from an OpenAI-compatible `/v1/embeddings`, which is how Qwen3-Embedding-0.6B itself is served.
///
/// A server may be broken or hostile: whatever it sends, a request ends within [#PATIENCE], takes bounded memory, and fails in a line.
public final class EndpointEmbedder implements Embedder {
    /// How long one request may take in all, from connecting to the last byte of its answer.
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int BATCH = 64;
    private static final Pattern TOO_LONG = Pattern.compile("too (large|long)|maximum context|exceeds?", Pattern.CASE_INSENSITIVE);
    /// Beyond what any model has.
    private static final int MOST_DIMENSIONS = 16_384;
    /// For a text of that many titles with vectors as long as that, each number in full.
    private static final int MOST_BYTES = 32 << 20;

    private final URI endpoint;
    private final String model;
    private final Optional<Secret> key;
    private final Duration patience;
    private final HttpClient client;

    /// @param base  the server, with or without `/v1` or `/v1/embeddings`
    /// @param model the name that the server knows the model by
    /// @param key   sent as a bearer token
    /// @throws ShoptraceException when `base` is no HTTP address
    public EndpointEmbedder(String base, String model, Optional<Secret> key) throws ShoptraceException {
        this(base, model, key, PATIENCE);
    }

    EndpointEmbedder(String base, String model, Optional<Secret> key, Duration patience) throws ShoptraceException {
        this.endpoint = endpoint(base);
        this.model = model;
        this.key = key;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        List<float[]> vectors = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            vectors.addAll(request(texts.subList(start, Math.min(start + BATCH, texts.size()))));
        }
        return vectors;
    }

    private static URI endpoint(String base) throws ShoptraceException {
        String address = base.replaceAll("/+$", "");
        if (!address.endsWith("/embeddings")) {
            address += address.endsWith("/v1") ? "/embeddings" : "/v1/embeddings";
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            // The exception's own message has the whole text, and stays here.
            throw noAddress();
        }
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            throw noAddress();
        }
        if (!SimilarityChoice.Endpoint.isAddress(uri)) {
            // not told whole: what stands there may be a secret
            throw new ShoptraceException(
                    "the address of the endpoint holds more than an address", uri.getScheme() + "://" + uri.getHost(),
                    "Leave out user names and what stands behind a question mark; a key goes into SHOPTRACE_API_KEY");
        }
        return uri;
    }

    private static ShoptraceException noAddress() {
        return new ShoptraceException(
                "the endpoint is no HTTP address", "--similarity endpoint:URL,MODEL", "Give one such as http://localhost:8000");
    }

    private List<float[]> request(List<String> texts) throws ShoptraceException {
        SequencedMap<String, Json> body = new LinkedHashMap<>();
        body.put("model", Json.of(model));
        body.put("input", Json.texts(texts));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.compact(new Json.Obj(body))));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
        HttpResponse<byte[]> response = answer(request.build());
        String said = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), said);
        }
        if (said.chars().filter(c -> c == ',').count() > (long) texts.size() * (MOST_DIMENSIONS + 100)) {
            throw failure("answered more numbers than vectors have", "Check the address and the model");
        }
        try {
            return vectors(JsonReader.read(said), texts.size());
        } catch (JsonSyntaxException e) {
            throw failure("did not answer with JSON, " + shown(String.valueOf(e.getMessage())), "Check the address", e);
        }
    }

    /// The whole answer. The client's own timeout ends with the headers; a body that never ends is ended here.
    private HttpResponse<byte[]> answer(HttpRequest request) throws ShoptraceException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, _ -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException && !(e.getCause() instanceof HttpConnectTimeoutException)
                    ? tooSlow(e)
                    : failure("does not answer, " + cause(e.getCause()),
                            "Start the server, or check the address; a model may also be loading still", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("cancelled").initCause(e);
        } finally {
            // Of an answer that is whole nothing is left to cancel.
            answer.cancel(true);
        }
    }

    private ShoptraceException tooSlow(Throwable cause) {
        return failure("does not answer, it took longer than " + patience.toSeconds() + " seconds",
                "Try a smaller model or a faster server, or check the address", cause);
    }

    private ShoptraceException refused(int status, String body) {
        String said = shown(body);
        boolean tooLong = status == 413 || TOO_LONG.matcher(said).find();
        String remedy = tooLong
                ? "The server takes no title as long as these: raise its limit of tokens (llama.cpp: --ubatch-size 8192)"
                : switch (status) {
                    case 301, 302, 303, 307, 308 -> "It sends on to another address: give that one";
                    case 401, 403 -> "Put the server's key into " + Secret.API_KEY;
                    case 404 -> "Check the address, and the name that the server knows the model by";
                    case 429 -> "The server is asked too much: try again later";
                    default -> "Look into the server's own messages; check the model's name and " + Secret.API_KEY;
                };
        return failure("answered with status " + status + (said.isEmpty() ? "" : ", " + said), remedy);
    }

    /// What a server says may repeat the key that it was sent.
    private String shown(String said) {
        return ServerText.shown(said, key);
    }

    /// The vectors in the order of the input; servers may answer in another, and say so by `index`.
    private List<float[]> vectors(Json answer, int count) throws ShoptraceException {
        float[][] vectors = new float[count][];
        List<Json> data = answer instanceof Json.Obj object ? object.items("data") : List.of();
        for (int i = 0; i < data.size(); i++) {
            if (!(data.get(i) instanceof Json.Obj item)) {
                throw failure("did not answer with embeddings", "Check the address");
            }
            double index = item.get("index").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : i;
            if (index >= 0 && index < count) {
                vectors[(int) index] = vector(item.items("embedding"));
            }
        }
        int length = vectors.length == 0 || vectors[0] == null ? 0 : vectors[0].length;
        if (length == 0 || Arrays.stream(vectors).anyMatch(vector -> vector == null || vector.length != length)) {
            throw failure("did not answer one vector of one length for each of " + count + " titles", "Check the model");
        }
        if (Arrays.stream(vectors).anyMatch(vector -> !hasDirection(vector))) {
            throw failure("answered a vector without a direction: all zeros, or no finite number", "Check the model");
        }
        return List.of(vectors);
    }

    /// A cosine with such a vector is no number, and every title would silently count as unlike.
    private static boolean hasDirection(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        return squares > 0 && Double.isFinite(squares);
    }

    private float[] vector(List<Json> numbers) throws ShoptraceException {
        if (numbers.size() > MOST_DIMENSIONS) {
            throw failure("answered a vector of more than " + MOST_DIMENSIONS + " numbers", "Check the model");
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!(numbers.get(i) instanceof Json.Num number)) {
                throw failure("answered a vector that holds more than numbers", "Check the model");
            }
            vector[i] = (float) number.asDouble();
        }
        return vector;
    }

    /// In words that need no exception's name.
    private static String cause(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> "nobody takes the connection";
            case ConnectException _ -> "nothing listens there";
            case SSLException _ -> "no safe connection can be made to it";
            case ProtocolException _ -> "it does not speak HTTP as it should";
            case BoundedBody.TooLongException _ ->
                "what it sends has no end, or is longer than " + (MOST_BYTES >> 20) + " MB";
            case null, default -> "the connection broke";
        };
    }

    private ShoptraceException failure(String what, String remedy) {
        return new ShoptraceException("the embeddings endpoint " + what, Addresses.masked(endpoint.toString()) + ", model " + model,
                remedy);
    }

    private ShoptraceException failure(String what, String remedy, Throwable cause) {
        return new ShoptraceException("the embeddings endpoint " + what, Addresses.masked(endpoint.toString()) + ", model " + model, remedy,
                cause);
    }
}
