package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The practice account writes JSON to the letter as Gson does. */
class JsonOutTest {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "12", "-1.50e3", "true", "\"\"", "{\"a\":null,\"b\":[null,1,{}],\"c\":{\"d\":null}}", "{\"n\\u0000\":\"</a>&'=\\ud83d\\ude00\\u2028\"}"})
    void elementsAreWrittenAsGsonDoes(String json) {
        assertThat(Json.write(JsonParser.parseString(json))).isEqualTo(GSON.toJson(JsonParser.parseString(json)));
    }

    @Test
    void everySampleContactIsWrittenAsGsonDoes() {
        assertThat(SampleData.standard().people()).isNotEmpty().allSatisfy(person -> assertThat(Json.write(person)).isEqualTo(GSON.toJson(person)));
    }

    @Property(tries = 300)
    void anyTextIsWrittenAsGsonDoes(@ForAll String text) {
        assertThat(Json.quote(text)).isEqualTo(GSON.toJson(text));
        assertThat(Json.write(new JsonPrimitive(text))).isEqualTo(GSON.toJson(text));
    }
}
