package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The people and groups a practice account starts with. */
public interface SampleData {
    /** The user's own groups, in the API's form; {@code resourceName} and {@code name} count. */
    List<JsonObject> groups();

    /** Contacts in the API's form; items of PROFILE sources make a contact linked. */
    List<JsonObject> people();

    /** An empty account. */
    static SampleData none() {
        return of(List.of(), List.of());
    }

    /** The given groups and people. */
    static SampleData of(List<JsonObject> groups, List<JsonObject> people) {
        return new SampleData() {
            @Override
            public List<JsonObject> groups() {
                return groups;
            }

            @Override
            public List<JsonObject> people() {
                return people;
            }
        };
    }

    /** The account that comes with Muster; empty when its resources are missing. Read anew at each call. */
    static SampleData standard() {
        return new SampleData() {
            @Override
            public List<JsonObject> groups() {
                List<JsonObject> groups = new ArrayList<>();
                try (InputStream in = SampleData.class.getResourceAsStream("groups.json")) {
                    if (in != null) {
                        JsonElement all = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                        JsonArray list = all.isJsonArray() ? all.getAsJsonArray()
                                : Json.list(all.getAsJsonObject(), "contactGroups");
                        list.forEach(group -> groups.add(group.getAsJsonObject()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return groups;
            }

            @Override
            public List<JsonObject> people() {
                List<JsonObject> people = new ArrayList<>();
                try (InputStream in = SampleData.class.getResourceAsStream("people.jsonl")) {
                    if (in != null) {
                        BufferedReader lines = new BufferedReader(
                                new InputStreamReader(in, StandardCharsets.UTF_8));
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            if (!line.isBlank()) {
                                people.add(JsonParser.parseString(line).getAsJsonObject());
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return people;
            }
        };
    }
}
