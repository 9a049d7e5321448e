package org.muster.jobs;

import java.util.HashSet;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;

/**
 * What every part of a job's work needs to know of it.
 *
 * @param id the job's id
 * @param changes what it carries out
 * @param lane the account it works on
 */
record JobContext(String id, ChangeSet changes, JobService.Lane lane) {
    Change change(int row) {
        return changes.changes().get(row);
    }

    PeopleGateway gateway() {
        return lane.gateway();
    }

    FieldMask readBack() {
        return changes.readBack();
    }

    /** Where contacts are read from: what is written is the contact itself, so that this is always among it. Empty means Google's default. */
    Set<ReadSource> sources() {
        Set<ReadSource> all = new HashSet<>(changes.sources());
        if (!all.isEmpty()) {
            all.add(ReadSource.CONTACT);
        }
        return all;
    }

    /** What is said of a contact that was asked for and not mentioned in the answer. */
    static ApiError passedOver() {
        return new ApiError(ErrorCause.NOT_PEOPLE_API, 200, "", "", "");
    }
}
