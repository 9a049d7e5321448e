package org.muster.bench;

import com.google.api.services.people.v1.model.Person;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;

/** Fills an account with variations of the people it has. A program of its own, so that it leaves nothing behind in the memory that is measured. */
final class Populate {
    private static final int BATCH = 200;

    private Populate() {}

    /** @param args endpoint, token, and how many contacts there shall be in the end */
    public static void main(String[] args) {
        PeopleGateway gateway = GooglePeopleGateway.withToken(URI.create(args[0]), () -> args[1]);
        Drafts drafts = Drafts.of(gateway);
        int missing = Integer.parseInt(args[2]) - drafts.listed();
        for (int from = 0; from < missing; from += BATCH) {
            List<Person> batch = drafts.some(from, Math.min(BATCH, missing - from));
            if (!(gateway.batchCreate(batch, FieldMask.none(), Set.of()) instanceof Answer.Ok)) {
                throw new IllegalStateException("The account did not take contacts " + from + " to " + (from + batch.size()));
            }
        }
    }
}
