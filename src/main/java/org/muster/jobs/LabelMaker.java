package org.muster.jobs;

import java.util.Collection;
import java.util.Optional;
import org.muster.contacts.Label;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Makes labels, which changes the account: on the first such occasion of a day the account is copied before, as it is before a job. Blocks. */
public final class LabelMaker {
    private final Safekeeping safekeeping;
    private final JobSettings settings;
    private final Holding holding;

    /** @param holding which accounts may be changed: of others no copy is taken either */
    LabelMaker(Safekeeping safekeeping, JobSettings settings, Holding holding) {
        this.holding = holding;
        this.safekeeping = safekeeping;
        this.settings = settings;
    }

    /** Makes one. Its name may be taken: {@link ErrorCause#ALREADY_EXISTS}; or nobody may want it any more: {@link ErrorCause#CANCELLED}. */
    public Answer<Label> make(JobService.Lane lane, String name, BackupNow.Watcher watcher) {
        return copied(lane, watcher).or(() -> watcher.ended() ? Optional.of(cancelled()) : Optional.empty()).<Answer<Label>>map(Answer.Failed::new).orElseGet(() -> lane.gateway().createLabel(name));
    }

    /** Makes those that are not there. One that somebody else has made meanwhile is as good. Ends with the first that cannot be made. */
    public Answer<Void> makeAll(JobService.Lane lane, Collection<String> names, BackupNow.Watcher watcher) {
        for (String name : names) {
            if (make(lane, name, watcher) instanceof Answer.Failed<Label>(ApiError error) && error.cause() != ErrorCause.ALREADY_EXISTS) {
                return new Answer.Failed<>(error);
            }
        }
        return new Answer.Ok<>(null);
    }

    /**
     * Copies the account, if that is due. The watcher hears at once that it is.
     *
     * @return why there is no copy of the account, where one is due
     */
    private Optional<ApiError> copied(JobService.Lane lane, BackupNow.Watcher watcher) {
        if (!holding.holds(lane.id())) {
            return Optional.of(new ApiError(ErrorCause.HELD_ELSEWHERE, 0, "", "", ""));
        }
        if (!safekeeping.due(lane.id())) {
            return Optional.empty();
        }
        watcher.progress(0, 0);
        return switch (new BackupNow(settings).take(lane.gateway(), labels -> safekeeping.begin(lane.id(), labels), watcher)) {
            case BackupNow.Taken.Done done -> Optional.empty();
            case BackupNow.Taken.Unread(ApiError error) -> Optional.of(error);
            case BackupNow.Taken.Unwritten(Kept why) -> Optional.of(unwritten(why));
            case BackupNow.Taken.Ended ended -> Optional.of(cancelled());
        };
    }

    private static ApiError cancelled() {
        return new ApiError(ErrorCause.CANCELLED, 0, "", "", "");
    }

    /** Why nothing may be sent when the copy could not be written. */
    static ApiError unwritten(Kept why) {
        return new ApiError(why == Kept.DISK_FULL ? ErrorCause.DISK_FULL : ErrorCause.NOT_BACKED_UP, 0, "", "", "");
    }
}
