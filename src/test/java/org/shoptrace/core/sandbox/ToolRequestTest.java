package org.shoptrace.core.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

class ToolRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                    // parameters                                        | q     | page | shop_id | price  | sort     | service
                    "{'q':'a b','page':1}                                | a b   | 1    | -       | -      | -        | -",
                    "{'q':'a+b&c#d%41','page':'2'}                       | a+b&c#d%41 | 2 | -     | -      | -        | -",
                    "{'q':'','page':1}                                   | ``    | 1    | -       | -      | -        | -",
                    "{'q':'a','page':1.0}                                | a     | 1.0  | -       | -      | -        | -",
                    "{'q':'a','page':true}                               | a     | True | -       | -      | -        | -",
                    "{'q':'a','page':null}                               | a     | None | -       | -      | -        | -",
                    "{'q':'a','page':[1]}                                | a     | [1]  | -       | -      | -        | -",
                    "{'q':'a','page':''}                                 | a     | ``   | -       | -      | -        | -",
                    "{'q':'a','page':1,'shop_id':7,'price':'0-9'}        | a     | 1    | 7       | 0-9    | -        | -",
                    "{'q':'a','page':1,'shop_id':0,'price':'','sort':null,'service':false} | a | 1 | - | -     | -        | -",
                    "{'q':'a','page':1,'shop_id':0.0,'price':[],'sort':{}} | a   | 1    | -       | -      | -        | -",
                    "{'q':'a','page':1,'price':['0-9']}                  | a     | 1    | -       | ['0-9'] | -       | -",
                    "{'q':'a','page':1,'sort':'default','service':'default'} | a | 1    | -       | -      | -        | -",
                    "{'q':'a','page':1,'sort':'priceasc'}                | a     | 1    | -       | -      | priceasc | -",
                    "{'q':'a','page':1,'service':'COD,default'}          | a     | 1    | -       | -      | -        | COD",
                    "{'q':'a','page':1,'service':'COD, default'}         | a     | 1    | -       | -      | -        | `COD, default`",
                    "{'q':'a','page':1,'service':['COD']}                | a     | 1    | -       | -      | -        | ['COD']",
                    "{'q':'a','page':1,'shop':'7','brand':'x'}           | a     | 1    | -       | -      | -        | -",
                    "{'q':'a','page':1,'price':'1+2%2D3'}                | a     | 1    | -       | 1 2-3  | -        | -",
                    "{'q':'a','page':1,'price':'1-2&x=y','sort':'order'} | a     | 1    | -       | 1-2    | order    | -",
                    "{'q':'a','page':1,'price':'1-2#x'}                  | a     | 1    | -       | 1-2    | -        | -",
                    "{'q':'a','page':1,'shop_id':'50%','price':'%zz'}    | a     | 1    | 50%     | %zz    | -        | -",
                    "{'q':'a','page':1,'shop_id':'caf%C3%A9'}            | a     | 1    | café    | -      | -        | -",
            })
    void findSendsWhatTheReferenceSends(
            String parameters,
            String q,
            String page,
            @Nullable String shopId,
            @Nullable String price,
            @Nullable String sort,
            @Nullable String service)
            throws JsonSyntaxException {
        assertEquals(
                Optional.of(new FindRequest(q, page, shopId, price, sort, service)), ToolRequest.find(json(parameters)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "{'q':'a'}                                     | `no page`",
                    "{'page':1}                                    | `no q`",
                    "{'q':5,'page':1}                              | `q is no text`",
                    "{'q':null,'page':1}                           | `q is no text`",
                    "{'q':['a'],'page':1}                          | `q is no text`",
                    "{'q':'a','page':1,'service':['default']}      | `a list cannot be split`",
                    "{'q':'a','page':1,'service':{'default':1}}    | `an object cannot be split`",
                    "{'q':'a','page':1,'service':5}                | `a number holds nothing`",
                    "{'q':'a','page':1,'service':true}             | `true holds nothing`",
            })
    void findSendsNothingWhereTheReferenceFails(String parameters, String why) throws JsonSyntaxException {
        assertEquals(Optional.empty(), ToolRequest.find(json(parameters)), why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "{'product_ids':'1,2'}      | 1,2",
                    "{'product_ids':' 1, 2'}    | ` 1, 2`",
                    "{'product_ids':12}         | 12",
                    "{'product_ids':['1','2']}  | ['1', '2']",
                    "{'product_ids':null}       | None",
                    "{'product_ids':''}         | ``",
                    "{'product_ids':'1%2C2&3'}  | 1,2",
                    "{'product_ids':'1,2#3'}    | 1,2",
            })
    void viewSendsWhatTheReferenceSends(String parameters, String productIds) throws JsonSyntaxException {
        assertEquals(Optional.of(productIds), ToolRequest.view(json(parameters)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{}", "{'ids':'1'}"})
    void viewSendsNothingWithoutIds(String parameters) throws JsonSyntaxException {
        assertEquals(Optional.empty(), ToolRequest.view(json(parameters)));
    }

    private static Json.Obj json(String singleQuoted) throws JsonSyntaxException {
        return (Json.Obj) JsonReader.read(singleQuoted.replace('\'', '"'));
    }
}
