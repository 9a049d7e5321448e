package org.muster.practice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The methods of the People API, each with its route, its parameters, who may call it and what it costs. */
enum ApiMethod {
    PEOPLE_CONNECTIONS_LIST("people.connections.list", "GET", "/v1/(people/[^/:]+)/connections",
            "pageSize:int pageToken:text personFields:mask requestMask.includeField:mask requestSyncToken:bool "
                    + "sortOrder:sort sources:source* syncToken:text", Access.READ, false),
    PEOPLE_BATCH_GET("people.getBatchGet", "GET", "/v1/(people):batchGet",
            "personFields:mask requestMask.includeField:mask resourceNames:text* sources:source*", Access.READ, false),
    PEOPLE_SEARCH("people.searchContacts", "GET", "/v1/(people):searchContacts",
            "pageSize:int query:text readMask:mask sources:source*", Access.READ, false),
    PEOPLE_LIST_DIRECTORY("people.listDirectoryPeople", "GET", "/v1/(people):listDirectoryPeople",
            "mergeSources:text* pageSize:int pageToken:text readMask:mask requestSyncToken:bool sources:text* "
                    + "syncToken:text", Access.DIRECTORY, false),
    PEOPLE_SEARCH_DIRECTORY("people.searchDirectoryPeople", "GET", "/v1/(people):searchDirectoryPeople",
            "mergeSources:text* pageSize:int pageToken:text query:text readMask:mask sources:text*",
            Access.DIRECTORY, false),
    PEOPLE_GET("people.get", "GET", "/v1/(people/[^/:]+)",
            "personFields:mask requestMask.includeField:mask sources:source*", Access.READ, false),
    PEOPLE_CREATE("people.createContact", "POST", "/v1/(people):createContact",
            "personFields:mask sources:source*", Access.WRITE, true),
    PEOPLE_UPDATE("people.updateContact", "PATCH", "/v1/(people/[^/:]+):updateContact",
            "personFields:mask sources:source* updatePersonFields:mask", Access.WRITE, true),
    PEOPLE_DELETE("people.deleteContact", "DELETE", "/v1/(people/[^/:]+):deleteContact", "", Access.WRITE, true),
    PEOPLE_BATCH_CREATE("people.batchCreateContacts", "POST", "/v1/(people):batchCreateContacts", "",
            Access.WRITE, true),
    PEOPLE_BATCH_UPDATE("people.batchUpdateContacts", "POST", "/v1/(people):batchUpdateContacts", "",
            Access.WRITE, true),
    PEOPLE_BATCH_DELETE("people.batchDeleteContacts", "POST", "/v1/(people):batchDeleteContacts", "",
            Access.WRITE, true),
    PEOPLE_UPDATE_PHOTO("people.updateContactPhoto", "PATCH", "/v1/(people/[^/:]+):updateContactPhoto", "",
            Access.WRITE, true),
    PEOPLE_DELETE_PHOTO("people.deleteContactPhoto", "DELETE", "/v1/(people/[^/:]+):deleteContactPhoto",
            "personFields:mask sources:source*", Access.WRITE, true),
    GROUPS_BATCH_GET("contactGroups.batchGet", "GET", "/v1/(contactGroups):batchGet",
            "groupFields:mask maxMembers:int resourceNames:text*", Access.READ, false),
    GROUPS_LIST("contactGroups.list", "GET", "/v1/(contactGroups)",
            "groupFields:mask pageSize:int pageToken:text syncToken:text", Access.READ, false),
    GROUPS_CREATE("contactGroups.create", "POST", "/v1/(contactGroups)", "", Access.WRITE, true),
    GROUPS_GET("contactGroups.get", "GET", "/v1/(contactGroups/[^/:]+)", "groupFields:mask maxMembers:int",
            Access.READ, false),
    GROUPS_UPDATE("contactGroups.update", "PUT", "/v1/(contactGroups/[^/:]+)", "", Access.WRITE, true),
    GROUPS_DELETE("contactGroups.delete", "DELETE", "/v1/(contactGroups/[^/:]+)", "deleteContacts:bool",
            Access.WRITE, true),
    GROUPS_MODIFY_MEMBERS("contactGroups.members.modify", "POST", "/v1/(contactGroups/[^/:]+)/members:modify", "",
            Access.WRITE, true),
    OTHER_LIST("otherContacts.list", "GET", "/v1/(otherContacts)",
            "pageSize:int pageToken:text readMask:mask requestSyncToken:bool sources:source* syncToken:text",
            Access.OTHER, false),
    OTHER_SEARCH("otherContacts.search", "GET", "/v1/(otherContacts):search",
            "pageSize:int query:text readMask:mask", Access.OTHER, false),
    OTHER_COPY("otherContacts.copyOtherContactToMyContactsGroup", "POST",
            "/v1/(otherContacts/[^/:]+):copyOtherContactToMyContactsGroup", "", Access.WRITE, true);

    /** Who may call. */
    enum Access {
        READ("contacts", "contacts.readonly"), WRITE("contacts"), OTHER("contacts.other.readonly"),
        DIRECTORY("directory.readonly");

        private final List<String> scopes;

        Access(String... names) {
            scopes = java.util.Arrays.stream(names).map(n -> "https://www.googleapis.com/auth/" + n).toList();
        }

        /** Any one of these is enough. */
        List<String> scopes() {
            return scopes;
        }
    }

    private final String id;
    private final String http;
    private final Pattern path;
    private final Map<String, String> params;
    private final Access access;
    private final boolean mutates;

    ApiMethod(String id, String http, String path, String params, Access access, boolean mutates) {
        this.id = id;
        this.http = http;
        this.path = Pattern.compile(path);
        this.params = java.util.Arrays.stream(params.split(" ")).filter(p -> !p.isEmpty())
                .map(p -> p.split(":")).collect(java.util.stream.Collectors.toMap(p -> p[0], p -> p[1]));
        this.access = access;
        this.mutates = mutates;
    }

    /** Google's id of the method, such as {@code people.batchCreateContacts}. */
    String id() {
        return id;
    }

    String http() {
        return http;
    }

    Pattern path() {
        return path;
    }

    /** Kinds of the query parameters by camelCase name: text, int, bool, mask, source, sort; {@code *} when repeated. */
    Map<String, String> params() {
        return params;
    }

    Access access() {
        return access;
    }

    boolean mutates() {
        return mutates;
    }
}
