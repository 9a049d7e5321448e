package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ClientData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entry of {@code clientData} that a contact carries which a job has made, so that it can be found should the answer go missing. It says nothing of the contact itself. */
public final class Marker {
    /** The entry's key. */
    public static final String KEY = "muster";

    private Marker() {}

    /** The value by which the contact of a job's row is found. */
    public static String of(String job, int row) {
        return job + "/" + row;
    }

    /** The rows of a job whose marks are among the values of a contact's {@code clientData}. */
    public static Set<Integer> rows(List<GenericJson> items, String job) {
        Set<Integer> rows = new HashSet<>();
        for (String mark : in(items)) {
            int end = mark.lastIndexOf('/');
            if (end == job.length() && mark.startsWith(job) && mark.substring(end + 1).matches("\\d{1,9}")) {
                rows.add(Integer.parseInt(mark.substring(end + 1)));
            }
        }
        return rows;
    }

    /** Whether a value of a field is such an entry. */
    public static boolean is(GenericJson item) {
        return item instanceof ClientData data && KEY.equals(data.getKey());
    }

    /** The marks among the values of a contact's {@code clientData}: see {@link #of}. A set of the caller's own. */
    public static Set<String> in(List<GenericJson> items) {
        Set<String> marks = new HashSet<>();
        items.stream().filter(Marker::is).forEach(item -> marks.add(((ClientData) item).getValue()));
        return marks;
    }
}
