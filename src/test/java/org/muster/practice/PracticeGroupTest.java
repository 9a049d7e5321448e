package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact groups and their members. */
class PracticeGroupTest {
    private static final String GROUPS = "v1/contactGroups";

    private Practice practice;

    @BeforeEach
    void start() throws IOException {
        practice = new Practice();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    private JsonObject group(String name) throws Exception {
        return practice.post(GROUPS, "{\"contactGroup\":{\"name\":\"" + name + "\"}}").json();
    }

    private static String resource(JsonObject group) {
        return group.get("resourceName").getAsString();
    }

    @Test
    void listsTheUsersGroupsFirstThenTheEightOfGoogle() throws Exception {
        JsonObject club = group("Club");
        JsonObject list = practice.get(GROUPS).json();
        List<JsonObject> groups = list.getAsJsonArray("contactGroups").asList().stream().map(g -> g.getAsJsonObject())
                .toList();
        assertThat(groups).hasSize(9);
        assertThat(resource(groups.getFirst())).isEqualTo(resource(club)).matches("contactGroups/[0-9a-f]+");
        assertThat(groups.getFirst().keySet()).contains("etag", "metadata").doesNotContain("memberCount");
        assertThat(groups.subList(1, 9)).allMatch(g -> !g.has("etag") && !g.has("metadata")
                && g.get("groupType").getAsString().equals("SYSTEM_CONTACT_GROUP"));
        assertThat(groups.subList(1, 9)).extracting(g -> g.get("name").getAsString()).containsExactlyInAnyOrder(
                "chatBuddies", "all", "myContacts", "friends", "family", "coworkers", "blocked", "starred");
        assertThat(list.get("totalItems").getAsInt()).isEqualTo(9);
        assertThat(list.has("nextSyncToken")).isTrue();
    }

    @Test
    void pagesAndSyncs() throws Exception {
        String gone = resource(group("Gone"));
        JsonObject first = practice.get(GROUPS + "?pageSize=5").json();
        assertThat(first.getAsJsonArray("contactGroups")).hasSize(5);
        JsonObject second = practice.get(GROUPS + "?pageSize=5&pageToken=" + first.get("nextPageToken").getAsString()).json();
        assertThat(second.getAsJsonArray("contactGroups")).hasSize(4);
        String token = second.get("nextSyncToken").getAsString();
        practice.send("DELETE", "v1/" + gone, null);
        JsonObject delta = practice.get(GROUPS + "?syncToken=" + token).json();
        assertThat(delta.getAsJsonArray("contactGroups")).hasSize(1);
        assertThat(delta.getAsJsonArray("contactGroups").get(0).getAsJsonObject().getAsJsonObject("metadata").get("deleted")
                .getAsBoolean()).isTrue();
    }

    @Test
    void wantsNamesOnce() throws Exception {
        group("Club");
        Practice.Answer twice = practice.post(GROUPS, "{\"contactGroup\":{\"name\":\"Club\"}}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.errorStatus()).isEqualTo("ALREADY_EXISTS");
        assertThat(practice.post(GROUPS, "{\"contactGroup\":{\"name\":\" \"}}").status()).isEqualTo(400);
        assertThat(practice.post(GROUPS, "{\"contactGroup\":{\"title\":\"x\"}}").message())
                .contains("Unknown name \"title\" at 'contact_group': Cannot find field.");
    }

    @Test
    void renamesItsOwnGroupsOnly() throws Exception {
        JsonObject club = group("Club");
        String etag = club.get("etag").getAsString();
        String body = "{\"contactGroup\":{\"name\":\"Team\",\"etag\":\"" + etag + "\"}}";
        assertThat(practice.send("PUT", "v1/" + resource(club), body).json().get("formattedName").getAsString())
                .isEqualTo("Team");
        assertThat(practice.send("PUT", "v1/" + resource(club), body).errorStatus()).isEqualTo("FAILED_PRECONDITION");
        assertThat(practice.send("PUT", "v1/contactGroups/friends", "{\"contactGroup\":{\"name\":\"x\"}}").status())
                .isEqualTo(400);
        assertThat(practice.send("DELETE", "v1/contactGroups/friends", null).status()).isEqualTo(400);
        assertThat(practice.send("PUT", "v1/contactGroups/404", body).status()).isEqualTo(404);
    }

    @Test
    void showsClientDataAndMembersWhenAsked() throws Exception {
        JsonObject club = practice.post(GROUPS, "{\"contactGroup\":{\"name\":\"Club\",\"clientData\":[{\"key\":\"k\","
                + "\"value\":\"v\"}]},\"readGroupFields\":\"clientData,name\"}").json();
        assertThat(club.getAsJsonArray("clientData")).hasSize(1);
        assertThat(club.has("groupType")).isFalse();
        String ada = practice.put("Ada");
        modify(resource(club), List.of(ada), List.of());
        JsonObject got = practice.get("v1/" + resource(club) + "?maxMembers=5&groupFields=memberCount").json();
        assertThat(got.get("memberCount").getAsInt()).isEqualTo(1);
        assertThat(got.getAsJsonArray("memberResourceNames").get(0).getAsString()).isEqualTo(ada);
        JsonObject batch = practice.get("v1/contactGroups:batchGet?resourceNames=" + resource(club)
                + "&resourceNames=contactGroups/404").json();
        assertThat(batch.getAsJsonArray("responses").get(0).getAsJsonObject().has("contactGroup")).isTrue();
        assertThat(batch.getAsJsonArray("responses").get(1).getAsJsonObject().getAsJsonObject("status").get("code").getAsInt())
                .isEqualTo(5);
        assertThat(practice.get(GROUPS + "?groupFields=members").status()).isEqualTo(400);
    }

    private Practice.Answer modify(String group, List<String> add, List<String> remove) throws Exception {
        return practice.post("v1/" + group + "/members:modify", "{\"resourceNamesToAdd\":" + quoted(add)
                + ",\"resourceNamesToRemove\":" + quoted(remove) + "}");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void saysWhichMembersItCouldNotChange() throws Exception {
        String club = resource(group("Club"));
        String ada = practice.put("Ada");
        String before = practice.etag(ada);
        JsonObject answer = modify(club, List.of(ada, "people/c404"), List.of()).json();
        assertThat(answer.getAsJsonArray("notFoundResourceNames").get(0).getAsString()).isEqualTo("people/c404");
        assertThat(practice.etag(ada)).isNotEqualTo(before);
        assertThat(modify("contactGroups/myContacts", List.of(), List.of(ada)).text()).isEqualTo("{}");
        assertThat(modify(club, List.of(), List.of(ada)).json().getAsJsonArray("canNotRemoveLastContactGroupResourceNames"))
                .hasSize(1);
        assertThat(modify("contactGroups/friends", List.of(ada), List.of()).message())
                .isEqualTo("Cannot add contacts to deprecated system contact group");
        assertThat(modify("contactGroups/404", List.of(ada), List.of()).status()).isEqualTo(404);
        assertThat(modify(club, IntStream.range(0, 1_001).mapToObj(i -> "people/c" + i).toList(), List.of()).status())
                .isEqualTo(400);
    }

    @Test
    void deletesAGroupWithOrWithoutItsContacts() throws Exception {
        String club = resource(group("Club"));
        String ada = practice.put("Ada");
        modify(club, List.of(ada), List.of());
        modify("contactGroups/myContacts", List.of(), List.of(ada));
        practice.send("DELETE", "v1/" + club, null);
        assertThat(practice.server.contact(ada).getAsJsonArray("memberships").toString()).contains("myContacts")
                .doesNotContain(club);
        String other = resource(group("Other"));
        modify(other, List.of(ada), List.of());
        practice.send("DELETE", "v1/" + other + "?deleteContacts=true", null);
        assertThat(practice.server.contactCount()).isZero();
        assertThat(practice.get("v1/" + other).status()).isEqualTo(404);
        assertThat(group("Club").has("etag")).as("a name that is free again").isTrue();
    }
}
