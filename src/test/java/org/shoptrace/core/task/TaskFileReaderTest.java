package org.shoptrace.core.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class TaskFileReaderTest {
    private static final String CUP = "{'query':'a cup','reward':{'product_id':'7','title':['Cup'],'sku_options':[{'size':'m'}],"
            + "'attributes':[{'material':['clay','tin']}],'service':['COD'],'price':[{'between':[1,2.5]},{'less than':[null,9]}]}}";
    private static final String BASKET = "{'query':'two','reward':[{'product_id':'7'},{'product_id':'8'}]}";
    private static final String BUDGET = "{'query':'cheap','reward':[{'product_id':'7'}],'voucher':{'voucher_type':'shop','threshold':170,"
            + "'discount_type':'percentage','face_value':null,'discount':0.2,'cap':40,'price_after_voucher':419.0,'budget':425}}";
    private static final String YEAR = "{'query':'which year','Knowledge_Attribute':1984,'reward':{'product_id':'9','title':'Novel 1984',"
            + "'price':12.0,'sold_count':3,'service':[]}}";

    @TempDir
    Path folder;

    private Path file(String... lines) throws Exception {
        return Files.writeString(folder.resolve("tasks.jsonl"), String.join("\n", lines).replace('\'', '"'));
    }

    @Test
    void readsAllFourIntents() throws Exception {
        List<Task> tasks = TaskFileReader.read(file(CUP, YEAR, BASKET, BUDGET)).tasks();
        assertEquals(List.of(Intent.PRODUCT, Intent.WEB, Intent.SHOP, Intent.VOUCHER), tasks.stream().map(Task::intent).toList());
        Reward cup = tasks.get(0).rewards().getFirst();
        assertEquals(
                List.of(
                        new PriceRange("between", Optional.of(new Json.Num("1")), Optional.of(new Json.Num("2.5"))),
                        new PriceRange("less than", Optional.empty(), Optional.of(new Json.Num("9")))),
                cup.prices());
        assertEquals("m", cup.skuOptions().getFirst().get("size"));
        assertEquals(List.of("clay", "tin"), cup.attributes().getFirst().get("material"));
        assertEquals(List.of("COD"), cup.services());
        assertEquals(Optional.of("1984"), tasks.get(1).knowledgeAnswer());
        assertEquals("Novel 1984", tasks.get(1).rewards().getFirst().record().orElseThrow().title());
        assertEquals(List.of("7", "8"), tasks.get(2).rewards().stream().map(Reward::productId).toList());
        Voucher voucher = tasks.get(3).voucher().orElseThrow();
        assertEquals(Voucher.SHOP, voucher.type());
        assertEquals(Optional.empty(), voucher.faceValue());
        assertEquals(Optional.of(new Json.Num("0.2")), voucher.discount());
    }

    @ParameterizedTest
    @CsvSource({"Product,PRODUCT", "shop,SHOP", "VOUCHER,VOUCHER", "other,SHOP"})
    void takesASuitesCategoryInAnyCase(String category, Intent intent) throws Exception {
        String voucher = intent == Intent.VOUCHER ? BUDGET.substring(BUDGET.indexOf("'voucher'"), BUDGET.length() - 1) + "," : "";
        String task = "{'query':'q'," + voucher + "'category':'" + category + "','reward':[{'product_id':'7'}]}";
        assertEquals(intent, TaskFileReader.read(file(task)).tasks().getFirst().intent());
    }

    /// Each would make every run of the task fail without a word.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "'voucher':{}                                       | voucher.voucher_type is missing     | platform or shop",
                    "'voucher':{VOUCHER,'voucher_type':'galaxy'}        | voucher.voucher_type is \"galaxy\"  | platform or shop",
                    "'voucher':{VOUCHER,'voucher_type':7}               | voucher.voucher_type is missing     | platform or shop",
                    "'voucher':{VOUCHER,'discount_type':'bogus'}        | voucher.discount_type is \"bogus\" | fixed or percentage",
                    "'voucher':{VOUCHER,'budget':null}                  | voucher.budget is missing           | can pay",
                    "'voucher':{VOUCHER,'budget':-5}                    | voucher.budget is -5                | above 0",
                    "'voucher':{VOUCHER,'budget':0}                     | voucher.budget is 0                 | above 0",
                    "'voucher':{VOUCHER,'budget':1e999}                 | voucher.budget is 1e999             | above 0",
                    "'voucher':{VOUCHER,'budget':'82'}                  | voucher.budget is no number         | number",
                    "'voucher':{VOUCHER,'threshold':-1}                 | voucher.threshold is -1             | not below 0",
                    "'voucher':{VOUCHER,'face_value':-1}                | voucher.face_value is -1            | not below 0",
                    "'voucher':{VOUCHER,'cap':-1}                       | voucher.cap is -1                   | not below 0",
                    "'voucher':{VOUCHER,'price_after_voucher':-1}       | voucher.price_after_voucher is -1   | not below 0",
                    "'voucher':{VOUCHER,'face_value':null}              | voucher.face_value is missing       | takes off",
                    "'voucher':{VOUCHER,'discount_type':'percentage'}   | voucher.discount is missing         | such as 0.34",
                    "'voucher':{VOUCHER,'discount_type':'percentage','discount':34} | voucher.discount is 34  | from 0 to 1",
                    "'voucher':{VOUCHER,'discount_type':'percentage','discount':-0.1} | voucher.discount is -0.1 | from 0 to 1",
                    "'voucher':[]                                       | voucher is no object                | object",
                    "'category':'Voucher'                               | voucher is missing                  | another category",
                    "'query':' '                                        | query is empty                      | the user asks",
                    "'Knowledge_Attribute':' ','reward':{'product_id':'7','title':'t','price':1} | Attribute is empty | has to mention",
                    "'reward':[{'title':['x']}]                         | reward.product_id is missing        | product_id",
                    "'reward':[{'product_id':' '}]                      | reward.product_id is empty          | target's id",
                    "'reward':[]                                        | reward is empty                     | reward",
                    "'reward':{'product_id':'7','price':[{'between':[9,1]}]} | reward.price.between goes from 9 to 1 | lower bound first",
                    "'reward':{'product_id':'7','price':[{'less than':[null,-1]}]} | less than is -1 | not below 0",
                    "'reward':{'product_id':'7','price':[{'between':[null,null]}]} | between has no bound | give a number",
                    "'reward':{'product_id':'7','price':[{'about':[1,2]}]} | reward.price.about is no way      | less than",
            })
    void aTaskThatMakesNoSenseIsRejectedByItsLine(String fields, String wrong, String right) throws Exception {
        String voucher = "'voucher_type':'shop','threshold':1,'discount_type':'fixed','face_value':1,'discount':null,'cap':null,'budget':9";
        String line = "{'query':'q','reward':{'product_id':'7'}," + fields.replace("VOUCHER", voucher) + "}";
        TaskFile read = TaskFileReader.read(file(CUP, line, BUDGET));
        assertEquals(2, read.tasks().size());
        assertEquals(1, read.rejections().size());
        Rejection rejection = read.rejections().getFirst();
        assertEquals(2, rejection.line());
        assertTrue(rejection.cause().contains(wrong) && rejection.cause().contains(right), rejection.cause());
    }

    @ParameterizedTest
    @EnumSource(TaskFile.Form.class)
    void readsBackWhatItWrote(TaskFile.Form form) throws Exception {
        TaskFile read = TaskFileReader.read(file(CUP, YEAR, BASKET, BUDGET));
        Path copy = folder.resolve("copy");
        TaskWriter.write(copy, form, read.tasks());
        TaskFile again = TaskFileReader.read(copy);
        assertEquals(form, again.form());
        assertEquals(read.tasks(), again.tasks());
    }

    @Test
    void readsPackedFilesByTheirContent() throws Exception {
        Path packed = folder.resolve("tasks");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(CUP.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(1, TaskFileReader.read(packed).tasks().size());
    }

    @Test
    void readsTheLinesBeforeACutInAPackedFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 3_000; i++) {
                out.write((CUP.replace("a cup", "cup " + i * 7919L).replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Path packed = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 200));
        TaskFile read = TaskFileReader.read(packed);
        assertTrue(read.tasks().size() > 1_000 && read.tasks().size() < 3_000);
        assertEquals("the gzip stream is cut off; what follows is lost", read.rejections().getLast().cause());
    }

    @Test
    void rejectsBadLinesWithTheirNumberAndReadsTheRest() throws Exception {
        TaskFile read = TaskFileReader.read(file(
                CUP, "{'query':", "", "[1]", "{'reward':{}}", "{'query':'q'}",
                "{'query':'q','reward':{'product_id':'1','price':[{'between':[1]}]}}", BASKET));
        assertEquals(2, read.tasks().size());
        assertEquals(List.of(2L, 4L, 5L, 6L, 7L), read.rejections().stream().map(r -> r.line()).toList());
        assertEquals("a task is a JSON object", read.rejections().get(1).cause());
        assertEquals("query is missing or no string", read.rejections().get(2).cause());
        assertEquals("reward is missing", read.rejections().get(3).cause());
        assertEquals("reward.price.between is no array of two bounds", read.rejections().get(4).cause());
    }

    @Test
    void rejectsInvalidUtf8() throws Exception {
        byte[] bytes = (CUP + "\n" + CUP).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;
        TaskFile read = TaskFileReader.read(Files.write(folder.resolve("tasks.jsonl"), bytes));
        assertEquals(1, read.tasks().size());
        assertEquals(1, read.rejections().getFirst().line());
    }

    @Test
    void readsAnArrayUpToItsFault() throws Exception {
        TaskFile read = TaskFileReader.read(file("[" + CUP + ",", "7,", BASKET + ",", "{'query':"));
        assertEquals(2, read.tasks().size());
        assertEquals(2, read.rejections().get(0).line());
        assertTrue(read.rejections().get(1).cause().startsWith("the array breaks off"), read.rejections()::toString);
    }

    @Test
    void saysWhenThereIsNothingToRead() throws Exception {
        String empty = assertThrows(ShoptraceException.class, () -> TaskFileReader.read(file(""))).getMessage();
        assertTrue(empty.contains("empty") && empty.contains("tasks.jsonl"), empty);
        String missing = assertThrows(ShoptraceException.class, () -> TaskFileReader.read(folder.resolve("no.jsonl"))).getMessage();
        assertTrue(missing.contains("no such file") && missing.contains("no.jsonl"), missing);
        String foreign = assertThrows(ShoptraceException.class, () -> TaskFileReader.read(file("hello"))).getMessage();
        assertTrue(foreign.contains("tasks.jsonl:1"), foreign);
    }

    @Test
    void givesTheVectorsOfASuite() throws Exception {
        TaskFile read = TaskFileReader.read(
                file("[{'query':'q','reward':{'product_id':'1'},'reward_title_embeddings':{'Cup':[0.5,-1],'Bad':['x']}}]"));
        assertArrayEquals(new float[] {0.5f, -1f}, read.embeddings().vector("Cup").orElseThrow());
        assertEquals(Optional.empty(), read.embeddings().vector("Bad"));
    }

    @NeedsShared
    @ParameterizedTest
    @CsvSource({
            "product,PRODUCT,250", "shop,SHOP,250", "voucher,VOUCHER,250", "web_simpleqa,WEB,150"
    })
    void readsTheBenchmarksTasksWithoutLoss(String name, Intent intent, int count) throws Exception {
        Path path = SharedFiles.require("data/tasks/synthesize_" + name + "_test.jsonl");
        TaskFile read = TaskFileReader.read(path);
        assertEquals(count, read.tasks().size());
        assertEquals(List.of(), read.rejections());
        assertTrue(read.tasks().stream().allMatch(task -> task.intent() == intent));
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < count; i++) {
            assertEquals(JsonReader.read(lines.get(i)), TaskCodec.encode(read.tasks().get(i)));
        }
        TaskWriter.write(folder.resolve("copy"), read.form(), read.tasks());
        assertEquals(read.tasks(), TaskFileReader.read(folder.resolve("copy")).tasks());
    }

    @NeedsShared
    @Test
    void readsTheOroSuite() throws Exception {
        TaskFile read = TaskFileReader.read(SharedFiles.require("data/tasks/oro_problem_suite_v3.json"));
        assertEquals(TaskFile.Form.ARRAY, read.form());
        assertEquals(30, read.tasks().size());
        for (Task task : read.tasks()) {
            assertTrue(task.title().orElseThrow().toLowerCase(java.util.Locale.ROOT).startsWith(task.intent().wireName()));
            for (Reward reward : task.rewards()) {
                for (String title : reward.titles()) {
                    assertEquals(1_024, read.embeddings().vector(title).orElseThrow().length);
                }
            }
        }
    }
}
