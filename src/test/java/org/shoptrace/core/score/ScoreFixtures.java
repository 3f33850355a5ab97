package org.shoptrace.core.score;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// A small shop, and tasks and runs written as the benchmark writes them, in single quotes for reading's sake.
final class ScoreFixtures {
    static final String QUERY = "q";

    private ScoreFixtures() {}

    /// `'` for `"`.
    static Json json(String text) throws JsonSyntaxException {
        return JsonReader.read(text.replace('\'', '"'));
    }

    static Product product(String fields) throws JsonSyntaxException {
        return ProductCodec.decode((Json.Obj) json("{" + fields + "}"));
    }

    /// Two mugs of shop 7 (one grey or blue, one white), a lamp of shop 8.
    static ProductSource shop() throws JsonSyntaxException {
        Map<String, Product> products = new HashMap<>();
        for (Product product : List.of(
                product("'product_id':'1','shop_id':'7','title':'grey mug','description':'made in Kyoto','price':100,"
                        + "'sku_options':{'1':{'color':'grey','size':'l'},'2':{'color':'blue','size':'m'}},"
                        + "'attributes':{'material':['clay','glass']},'service':['COD']"),
                product("'product_id':'2','shop_id':'7','title':'white mug','price':80.5,'service':['official','COD']"),
                product("'product_id':'3','shop_id':'8','title':'desk lamp','price':0.1"))) {
            products.put(product.productId(), product);
        }
        return id -> Optional.ofNullable(products.get(id));
    }

    /// A product task whose reward has those fields beside `product_id`.
    static Task task(String rewardFields) throws JsonSyntaxException {
        return TaskCodec.decode(json("{'query':'q','reward':{'product_id':'target'" + rewardFields + "}}"));
    }

    static Reward reward(String fields) throws JsonSyntaxException {
        return task(fields).rewards().getFirst();
    }

    /// A shop task, or with `voucher` a voucher task; each reward as `id` + fields.
    static Task basket(String voucher, String... rewards) throws JsonSyntaxException {
        String fields = voucher.isEmpty() ? "" : ",'voucher':{" + voucher + "}";
        return TaskCodec.decode(json("{'query':'q','reward':[" + String.join(",", rewards) + "]" + fields + "}"));
    }

    /// A run of one step that recommends those ids and terminates.
    static Run recommending(String ids) throws JsonSyntaxException {
        String terminate = "{'name':'terminate','parameters':{'status':'success'}}";
        return run(step("{'think':'t','tool_call':[" + recommend(ids) + "," + terminate + "]}"));
    }

    static String recommend(String ids) {
        return "{'name':'recommend_product','parameters':{'product_ids':'" + ids + "'}}";
    }

    /// A step with that message, and with a well-formed content.
    static String step(String message) {
        return step(message, "'<think>t</think><response>r</response>'", "1754400000000");
    }

    static String step(String message, String content, String timestamp) {
        String extra = "{'query':'q','timestamp':" + timestamp + "}";
        return "{'completion':{'content':" + content + ",'message':" + message + "},'extra_info':" + extra + "}";
    }

    static Run run(String... steps) throws JsonSyntaxException {
        return run(Path.of("rollout_product_model.jsonl"), "model", steps);
    }

    static Run run(Path file, String model, String... steps) throws JsonSyntaxException {
        byte[] line = JsonWriter.compact(json("[" + String.join(",", steps) + "]")).getBytes(StandardCharsets.UTF_8);
        return RunCodec.decode(line, 0, line.length, new RunSource(file, 1), model);
    }

    /// Titles that share their last word are alike by 0.6, others by 0.2; equal ones by 1.
    static TitleSimilarity byLastWord() {
        return new TitleSimilarity() {
            @Override
            public String name() {
                return "last word";
            }

            @Override
            public boolean comparableWithPublished() {
                return false;
            }

            @Override
            public double similarity(String a, String b) {
                String last = a.substring(a.lastIndexOf(' ') + 1);
                return a.equals(b) ? 1 : b.endsWith(last) ? 0.6 : 0.2;
            }
        };
    }

    /// A similarity that must not be asked.
    static TitleSimilarity forbidden() {
        return new TitleSimilarity() {
            @Override
            public String name() {
                return "forbidden";
            }

            @Override
            public boolean comparableWithPublished() {
                return true;
            }

            @Override
            public double similarity(String a, String b) {
                throw new AssertionError("titles were compared: " + a + ", " + b);
            }
        };
    }
}
