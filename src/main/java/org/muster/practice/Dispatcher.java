package org.muster.practice;

/** Sends a call to the method that answers it. */
final class Dispatcher {
    private final ListMethods lists;
    private final ReadMethods reads;
    private final BatchMethods batches;
    private final ContactMethods contacts;
    private final GroupMethods groups;
    private final MemberMethods members;
    private final SearchMethod search;
    private final PhotoMethods photos;
    private final OtherMethods others;

    Dispatcher(Account account, PersonWriter writer, Etags etags, SearchMethod search, PhotoMethods photos,
            Switches switches, JsonBinder binder) {
        EtagCheck check = new EtagCheck(etags, switches);
        ContactCap cap = new ContactCap(account.contacts(), switches);
        this.lists = new ListMethods(account, writer, switches);
        this.reads = new ReadMethods(account, writer, switches);
        this.batches = new BatchMethods(account, binder, writer, check, cap, switches);
        this.contacts = new ContactMethods(account, binder, writer, check, cap);
        this.groups = new GroupMethods(account, binder, switches);
        this.members = new MemberMethods(account, binder, switches);
        this.search = search;
        this.photos = photos;
        this.others = new OtherMethods(binder, account);
    }

    Reply answer(Call call) {
        return switch (call.method()) {
            case PEOPLE_CONNECTIONS_LIST -> lists.connections(call);
            case PEOPLE_BATCH_GET -> reads.batchGet(call);
            case PEOPLE_SEARCH -> search.search(call);
            case PEOPLE_LIST_DIRECTORY, PEOPLE_SEARCH_DIRECTORY -> throw Errors.noDirectory();
            case PEOPLE_GET -> reads.get(call);
            case PEOPLE_CREATE -> contacts.create(call);
            case PEOPLE_UPDATE -> contacts.update(call);
            case PEOPLE_DELETE -> contacts.delete(call);
            case PEOPLE_BATCH_CREATE -> batches.create(call);
            case PEOPLE_BATCH_UPDATE -> batches.update(call);
            case PEOPLE_BATCH_DELETE -> batches.delete(call);
            case PEOPLE_UPDATE_PHOTO -> photos.update(call);
            case PEOPLE_DELETE_PHOTO -> photos.delete(call);
            case GROUPS_BATCH_GET -> groups.batchGet(call);
            case GROUPS_LIST -> groups.list(call);
            case GROUPS_CREATE -> groups.create(call);
            case GROUPS_GET -> groups.get(call);
            case GROUPS_UPDATE -> groups.update(call);
            case GROUPS_DELETE -> groups.delete(call);
            case GROUPS_MODIFY_MEMBERS -> members.modify(call);
            case OTHER_LIST -> others.list(call);
            case OTHER_SEARCH -> others.search(call);
            case OTHER_COPY -> others.copy(call);
        };
    }
}
