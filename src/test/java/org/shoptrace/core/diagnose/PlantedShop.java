package org.shoptrace.core.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;

/// A small shop, three tasks over it, and runs in which one thing each went wrong. JSON is written in single quotes for reading's sake.
///
/// `MUG` is what is asked for; the products beside it miss it in one way each. Sixty `spoon`s are there to be cut off.
public final class PlantedShop implements AutoCloseable {
    public static final String MUG = "1000001";
    public static final String ALIAS = "1000002";
    public static final String SPELLING = "1000003";
    public static final String OTHER_VARIANT = "1000004";
    public static final String DEAR = "1000005";
    public static final String TWIN = "1000006";
    public static final String DOUBT = "1000007";
    public static final String LAMP = "2000001";
    public static final String LAMP_TWIN = "2000002";
    public static final String HOSE = "3000001";
    public static final String LAST_SPOON = "4000060";

    public static final String MUG_REWARD = "{'product_id':'1000001','title':['grey clay mug'],"
            + "'price':[{'less than':[null,200]}],'service':['COD'],"
            + "'sku_options':[{'color_family':'grey','size':'large'}],'attributes':[{'material':['clay']}]}";
    public static final String LAMP_REWARD = "{'product_id':'2000001','title':['desk lamp'],'price':[{'less than':[null,90]}]}";

    private final Sandbox sandbox;
    private final SandboxTools tools;

    public PlantedShop(Path folder) throws Exception {
        String variants = "'sku_options':{'1':{'color_family':'grey','size':'large'},'2':{'color_family':'blue','size':'small'}}";
        try (DocumentWriter writer = new DocumentWriter(folder.resolve("documents.jsonl"))) {
            for (String product : List.of(
                    mug(MUG, "7", "grey clay mug", "100", variants),
                    mug(ALIAS, "7", "grey clay mug two", "100", "'sku_options':{'1':{'color':'grey','size':'large'}}"),
                    mug(SPELLING, "7", "grey clay mug three", "100", "'sku_options':{'1':{'color_family':'Grey','size':'large'}}"),
                    mug(OTHER_VARIANT, "7", "grey clay mug four", "100",
                            "'sku_options':{'1':{'color_family':'grey','size':'small'},'2':{'color_family':'blue','size':'large'}}"),
                    mug(DEAR, "7", "grey clay mug five", "900", variants),
                    mug(TWIN, "8", "grey clay mug six", "100", variants),
                    mug(DOUBT, "7", "plain clay mug", "100", variants),
                    "{'product_id':'2000001','shop_id':'7','title':'desk lamp','description':'made in Kyoto','price':50}",
                    "{'product_id':'2000002','shop_id':'8','title':'desk lamp two','price':60}",
                    "{'product_id':'3000001','shop_id':'9','title':'garden hose','price':500}")) {
                writer.write(Document.of(ProductCodec.decode((Json.Obj) json(product))));
            }
            for (int i = 1; i <= 60; i++) {
                String id = Integer.toString(4_000_000 + i);
                writer.write(Document.of(SampleProducts.product(id, "spoon", "7", Integer.toString(i), List.of())));
            }
        }
        new CatalogIndexer().build(List.of(folder.resolve("documents.jsonl")), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        sandbox = LuceneSandbox.open(folder.resolve("catalogue"));
        tools = new SandboxTools(sandbox, (_, _) -> List.of());
    }

    private static String mug(String id, String shop, String title, String price, String variants) {
        return "{'product_id':'" + id + "','shop_id':'" + shop + "','title':'" + title + "','price':" + price
                + ",'service':['COD'],'attributes':{'material':['clay']}," + variants + "}";
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public static Json json(String text) throws Exception {
        return JsonReader.read(text.replace('\'', '"'));
    }

    public static Task product() throws Exception {
        return TaskCodec.decode(json("{'query':'q','reward':" + MUG_REWARD + "}"));
    }

    /// A task whose target is that product, with nothing else asked for.
    public static Task product(String target) throws Exception {
        return TaskCodec.decode(json("{'query':'q','reward':{'product_id':'" + target + "'}}"));
    }

    public static Task shop() throws Exception {
        return TaskCodec.decode(json("{'query':'q','reward':[" + MUG_REWARD + "," + LAMP_REWARD + "]}"));
    }

    /// A task that asks for the mug twice.
    public static Task twins() throws Exception {
        return TaskCodec.decode(json("{'query':'q','reward':[" + MUG_REWARD + "," + MUG_REWARD + "]}"));
    }

    /// @param budget what the user can pay; the voucher takes 20 off from a total of 150 on
    public static Task voucher(int budget) throws Exception {
        return TaskCodec.decode(json("{'query':'q','reward':[" + MUG_REWARD + "," + LAMP_REWARD + "],'voucher':{'voucher_type':'platform',"
                + "'threshold':150,'discount_type':'fixed','face_value':20,'budget':" + budget + "}}"));
    }

    public static Task web() throws Exception {
        return TaskCodec.decode(json("{'query':'q','Knowledge_Attribute':'Kyoto','reward':{'product_id':'2000001','title':'desk lamp'}}"));
    }

    /// A call and the sandbox's true answer.
    public StepEncoder.Exchange call(String name, String parameters) throws Exception {
        Json.Obj object = (Json.Obj) json(parameters);
        return new StepEncoder.Exchange(name, object, tools.call(name, object));
    }

    public StepEncoder.Exchange find(String q) throws Exception {
        return call("find_product", "{'q':'" + q + "','page':1}");
    }

    public StepEncoder.Exchange view(String ids) throws Exception {
        return call("view_product_information", "{'product_ids':'" + ids + "'}");
    }

    public StepEncoder.Exchange recommend(String ids) throws Exception {
        return call("recommend_product", "{'product_ids':'" + ids + "'}");
    }

    /// A run of one step for each call, the last of which terminates.
    public Run run(StepEncoder.Exchange... exchanges) throws Exception {
        List<StepEncoder.Turn> turns = new ArrayList<>();
        for (StepEncoder.Exchange exchange : exchanges) {
            turns.add(StepEncoder.Turn.of("t", List.of(exchange), "", 1));
        }
        turns.add(StepEncoder.Turn.of("t", List.of(call("terminate", "{'status':'success'}")), "", 1));
        return run(turns);
    }

    public Run run(List<StepEncoder.Turn> turns) {
        StepEncoder encoder = new StepEncoder("", "q");
        List<Step> steps = turns.stream().map(encoder::add).toList();
        return RunCodec.ofSteps(steps, new RunSource(Path.of("rollout_product_m.jsonl"), 1), "m");
    }

    public Diagnosis diagnose(Task task, Run run) throws Exception {
        return new Diagnostician(sandbox, new ShoppingBenchProfile(sandbox::product, byFirstWord(), false), 30)
                .diagnose(Optional.of(task), run);
    }

    /// Titles that begin alike are alike by 0.9, others by 0.1.
    public static TitleSimilarity byFirstWord() {
        return new TitleSimilarity() {
            @Override
            public String name() {
                return "first word";
            }

            @Override
            public boolean comparableWithPublished() {
                return false;
            }

            @Override
            public double similarity(String a, String b) {
                return a.split(" ", -1)[0].equals(b.split(" ", -1)[0]) ? 0.9 : 0.1;
            }
        };
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
