package org.shoptrace.core.sandbox.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.tool.WebSearch.WebPage;
import org.shoptrace.model.json.Json;

class SandboxToolsTest {
    private final ShelfSandbox sandbox = new ShelfSandbox(
            List.of(SampleProducts.product("30", "Blue wallet", "7", "1e2", "4", List.of("COD"))));
    private final SandboxTools tools = new SandboxTools(
            sandbox, (query, most) -> List.of(new WebPage("u", query, "c"), new WebPage("v", "t", "d")).subList(0, Math.min(2, most)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "find_product | {'q':'a','page':1} | "
                            + "[{'product_id':'30','shop_id':'7','title':'Blue wallet','price':100.0,'service':['COD'],'sold_count':4}]",
                    "find_product | {'q':'a'} | null",
                    "find_product | {'q':'too many','page':1} | null",
                    "view_product_information | {'product_ids':'30,31'} | "
                            + "[{'product_id':'30','short_description':'','description':'','sku_options':{},'attributes':{}}]",
                    "view_product_information | {'product_ids':['30','31']} | []",
                    "view_product_information | {} | null",
                    "recommend_product | {'product_ids':'30'} | 'Having recommended the products to the user: 30.'",
                    "recommend_product | {'product_ids':[30]} | 'Having recommended the products to the user: [30].'",
                    "recommend_product | {} | 'Having recommended the products to the user: .'",
                    "terminate | {'status':'success'} | 'The interaction has been completed with status: success'",
                    "web_search | {'q':'x','max_results':1} | {'observation':[{'url':'u','title':'x','content':'c'}],'success':true}",
                    "web_search | {} | {'observation':[],'success':false}",
            })
    void answersAsRolloutsRecordIt(String tool, String parameters, String results) throws Exception {
        assertEquals(Optional.of(json(results)), tools.call(tool, (Json.Obj) json(parameters)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"click | {'value':'x'}", "terminate | {}", "python_execute | {'code':'1'}"})
    void givesNothingForAToolThatDoesNotExistOrDiesOverTheCall(String tool, String parameters) throws Exception {
        assertEquals(Optional.empty(), tools.call(tool, (Json.Obj) json(parameters)));
    }

    @Test
    void asksTheSandboxForWhatTheReferenceWouldSend() throws Exception {
        tools.call("find_product", (Json.Obj) json("{'q':'a','page':2,'sort':'default','price':'5-'}"));
        assertEquals(List.of(new FindRequest("a", "2", null, "5-", null, null)), sandbox.requests);
    }

    private static Json json(String singleQuoted) throws Exception {
        return JsonReader.read(singleQuoted.replace('\'', '"'));
    }
}
