package org.muster.practice;

/** The person the practice account belongs to: what {@code people/me} answers. */
final class Owner {
    private static final String METADATA = "{\"primary\":true,\"source\":{\"type\":\"PROFILE\",\"id\":\"100000000000000000001\"}}";

    private Owner() {}

    static String json(ReadMask mask) {
        StringBuilder out = new StringBuilder("{\"resourceName\":\"people/100000000000000000001\","
                + "\"etag\":\"%EgMBBy4aBAECBQciDFByYWN0aWNlb3du\"");
        if (mask.has(PersonFields.NAMES)) {
            out.append(",\"names\":[{\"metadata\":").append(METADATA).append(",\"displayName\":\"Practice Account\","
                    + "\"displayNameLastFirst\":\"Account, Practice\",\"unstructuredName\":\"Practice Account\","
                    + "\"givenName\":\"Practice\",\"familyName\":\"Account\"}]");
        }
        if (mask.has(PersonFields.EMAILS)) {
            out.append(",\"emailAddresses\":[{\"metadata\":").append(METADATA)
                    .append(",\"value\":\"practice@muster.example\"}]");
        }
        return out.append('}').toString();
    }
}
