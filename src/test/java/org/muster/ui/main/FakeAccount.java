package org.muster.ui.main;

import com.google.api.services.people.v1.model.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.people.Answer;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;
import org.muster.ui.work.Background;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;

/** An account in memory, for what needs no server: how the window looks and how fast it is. */
class FakeAccount implements PeopleGateway, JobService {
    final Map<String, Person> people = new LinkedHashMap<>();
    final List<ChangeSet> submitted = new CopyOnWriteArrayList<>();

    FakeAccount(List<Person> all) {
        all.forEach(p -> people.put(p.getResourceName(), p));
    }

    Workspace workspace() {
        return workspace(new VirtualThreads());
    }

    Workspace workspace(Background background) {
        return new Workspace("Practice account", new Lane("fake", this, new ContactBook()), this, background, Clock.systemUTC());
    }

    @Override
    public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
        onPage.accept(new Page(people.values().stream().map(p -> People.read(p, mask)).toList(), people.size(), null, null));
        return new Answer.Ok<>(null);
    }

    @Override
    public Answer<Map<String, Answer<Contact>>> batchGet(List<String> names, FieldMask mask, Set<ReadSource> sources) {
        Map<String, Answer<Contact>> found = new LinkedHashMap<>();
        names.forEach(n -> found.put(n, new Answer.Ok<>(People.read(people.get(n), mask))));
        return new Answer.Ok<>(found);
    }

    @Override
    public Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Prepared<Void> prepareDelete(List<String> resourceNames) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<byte[]> photo(String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<Label>> labels() {
        return new Answer.Ok<>(new ArrayList<>(People.LABELS));
    }

    @Override
    public Answer<Label> createLabel(String name) {
        return new Answer.Ok<>(new Label("contactGroups/new", name, false, 0));
    }

    @Override
    public Job submit(Lane lane, ChangeSet changes) {
        submitted.add(changes);
        throw new UnsupportedOperationException();
    }

    @Override
    public Job takeUp(Lane lane, JobRecord record) {
        throw new UnsupportedOperationException("no earlier run here");
    }

    @Override
    public List<Job> waiting(String account) {
        return List.of();
    }

    @Override
    public boolean movable(Job job, Step step) {
        return false;
    }

    @Override
    public boolean move(Job job, Step step) {
        return false;
    }

    @Override
    public List<Job> jobs() {
        return List.of();
    }

    @Override
    public org.muster.jobs.LabelMaker labelMaker() {
        throw new UnsupportedOperationException("this account makes no labels");
    }

    @Override
    public org.muster.jobs.JobSettings settings() {
        return org.muster.jobs.JobSettings.standard();
    }

    @Override
    public void addListener(Consumer<Job> onAccepted) {}

    @Override
    public void removeListener(Consumer<Job> onAccepted) {}

    @Override
    public void close() {}
}
