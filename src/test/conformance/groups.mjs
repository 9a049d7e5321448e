// Contact groups (labels) and photos of the practice server, driven by Google's own client. Start it through ./run.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { api, make, fetchPerson, refused } from './client.mjs';

const MINE = 'contactGroups/myContacts';
const create = async (name) => (await api.contactGroups.create({ requestBody: { contactGroup: { name }, readGroupFields: 'name,groupType,metadata,clientData' } })).data;
const remove = (resourceName, deleteContacts) => api.contactGroups.delete({ resourceName, deleteContacts });
const modify = (resourceName, requestBody) => api.contactGroups.members.modify({ resourceName, requestBody });

describe('contactGroups', () => {
  test('list tells the system groups and the user groups', async () => {
    const { data } = await api.contactGroups.list({ pageSize: 1000 });
    assert.equal(data.totalItems, data.contactGroups.length);
    assert.ok(data.nextSyncToken);
    const by = new Map(data.contactGroups.map((g) => [g.resourceName, g]));
    for (const id of ['all', 'myContacts', 'starred', 'friends', 'family', 'coworkers', 'blocked', 'chatBuddies']) {
      const group = by.get(`contactGroups/${id}`);
      assert.equal(group.groupType, 'SYSTEM_CONTACT_GROUP', id);
      assert.equal(group.etag, undefined, id);
      assert.equal(group.metadata, undefined, id);
    }
    assert.equal(by.get(MINE).formattedName, 'My Contacts');
    const friends = data.contactGroups.find((g) => g.name === 'Friends');
    assert.equal(friends.groupType, 'USER_CONTACT_GROUP');
    assert.ok(friends.etag);
    assert.equal(data.contactGroups.indexOf(friends) < data.contactGroups.indexOf(by.get(MINE)), true, 'user groups come first');
  });

  test('list pages and syncs', async () => {
    const first = (await api.contactGroups.list({ pageSize: 3, groupFields: 'name' })).data;
    assert.equal(first.contactGroups.length, 3);
    const second = (await api.contactGroups.list({ pageSize: 3, groupFields: 'name', pageToken: first.nextPageToken })).data;
    assert.ok(!first.contactGroups.some((g) => g.resourceName === second.contactGroups[0].resourceName));
    const { nextSyncToken } = (await api.contactGroups.list({ pageSize: 1000 })).data;
    const group = await create('Sync me');
    let delta = (await api.contactGroups.list({ pageSize: 1000, syncToken: nextSyncToken })).data;
    assert.ok(delta.contactGroups.some((g) => g.name === 'Sync me'));
    await remove(group.resourceName);
    delta = (await api.contactGroups.list({ pageSize: 1000, syncToken: delta.nextSyncToken })).data;
    assert.equal(delta.contactGroups.find((g) => g.resourceName === group.resourceName).metadata.deleted, true);
  });

  test('get and batchGet answer with members when asked', async () => {
    const plain = (await api.contactGroups.get({ resourceName: MINE })).data;
    assert.equal(plain.memberResourceNames, undefined);
    assert.ok(plain.memberCount >= 1200);
    const withMembers = (await api.contactGroups.get({ resourceName: MINE, maxMembers: 5 })).data;
    assert.equal(withMembers.memberResourceNames.length, 5);
    const { responses } = (await api.contactGroups.batchGet({ resourceNames: [MINE, 'contactGroups/0123456789'], maxMembers: 2, groupFields: 'name' })).data;
    const by = new Map(responses.map((r) => [r.requestedResourceName, r]));
    assert.equal(by.get(MINE).contactGroup.name, 'myContacts');
    assert.equal(by.get('contactGroups/0123456789').status.code, 5);
    await refused(api.contactGroups.get({ resourceName: 'contactGroups/0123456789' }), 404, 'NOT_FOUND');
    await refused(api.contactGroups.get({ resourceName: MINE, groupFields: 'colour' }), 400, 'INVALID_ARGUMENT');
    await refused(api.contactGroups.batchGet({ resourceNames: Array.from({ length: 201 }, (_, i) => `contactGroups/${i}`) }), 400);
  });

  test('create, rename, delete', async () => {
    const group = await create('Bell ringers');
    assert.match(group.resourceName, /^contactGroups\/[0-9a-f]+$/);
    assert.equal(group.formattedName, 'Bell ringers');
    assert.equal(group.memberCount, undefined);
    await refused(create('Bell ringers'), 409, 'ALREADY_EXISTS');
    const renamed = (await api.contactGroups.update({ resourceName: group.resourceName, requestBody: {
      contactGroup: { etag: group.etag, name: 'Campanologists', clientData: [{ key: 'k', value: 'v' }] }, updateGroupFields: 'name,clientData', readGroupFields: 'name,clientData,metadata' } })).data;
    assert.equal(renamed.name, 'Campanologists');
    assert.deepEqual(renamed.clientData, [{ key: 'k', value: 'v' }]);
    await refused(api.contactGroups.update({ resourceName: group.resourceName, requestBody: { contactGroup: { etag: renamed.etag, name: 'Friends' } } }), 409, 'ALREADY_EXISTS');
    await refused(api.contactGroups.update({ resourceName: MINE, requestBody: { contactGroup: { name: 'Nobody' } } }), 400);
    await refused(api.contactGroups.update({ resourceName: 'contactGroups/0123456789', requestBody: { contactGroup: { name: 'Nobody' } } }), 404, 'NOT_FOUND');
    assert.deepEqual((await remove(group.resourceName)).data, {});
    await refused(remove(group.resourceName), 404, 'NOT_FOUND');
    await refused(remove(MINE), 400);
  });

  test('members come and go, and what cannot be done is named', async () => {
    const group = await create('Members');
    const made = await make('Member');
    assert.deepEqual((await modify(group.resourceName, { resourceNamesToAdd: [made.resourceName, 'people/c1'] })).data, { notFoundResourceNames: ['people/c1'] });
    assert.deepEqual((await api.contactGroups.get({ resourceName: group.resourceName, maxMembers: 9 })).data.memberResourceNames, [made.resourceName]);
    const labels = (await fetchPerson(made.resourceName)).memberships.map((m) => m.contactGroupMembership.contactGroupResourceName);
    assert.deepEqual(labels.sort(), [group.resourceName, MINE].sort());
    assert.deepEqual((await modify(MINE, { resourceNamesToRemove: [made.resourceName] })).data, {});
    assert.deepEqual((await modify(group.resourceName, { resourceNamesToRemove: [made.resourceName] })).data, { canNotRemoveLastContactGroupResourceNames: [made.resourceName] });
    await modify('contactGroups/starred', { resourceNamesToAdd: [made.resourceName] });
    await refused(modify('contactGroups/coworkers', { resourceNamesToAdd: [made.resourceName] }), 400, 'INVALID_ARGUMENT', 'Cannot add contacts to deprecated system contact group');
    await refused(modify(group.resourceName, { resourceNamesToAdd: Array.from({ length: 1001 }, (_, i) => `people/c${i}`) }), 400);
    await refused(modify('contactGroups/0123456789', { resourceNamesToAdd: [made.resourceName] }), 404, 'NOT_FOUND');

    await remove(group.resourceName, true);
    await refused(api.people.get({ resourceName: made.resourceName, personFields: 'names' }), 404, 'NOT_FOUND');
  });
});

describe('photos', () => {
  // The smallest PNG there is.
  const photoBytes = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

  test('are set, shown and deleted', async () => {
    const made = await make('Photo');
    const set = (await api.people.updateContactPhoto({ resourceName: made.resourceName, requestBody: { photoBytes, personFields: 'photos,names' } })).data.person;
    assert.equal(set.names[0].givenName, 'Photo');
    assert.ok(set.photos[0].url);
    assert.equal(set.photos[0].default, undefined);
    const unset = (await api.people.deleteContactPhoto({ resourceName: made.resourceName, personFields: 'photos' })).data.person;
    assert.equal(unset.photos[0].default, true);
    await refused(api.people.updateContactPhoto({ resourceName: made.resourceName, requestBody: { photoBytes: '' } }), 400);
    await refused(api.people.updateContactPhoto({ resourceName: 'people/c1', requestBody: { photoBytes } }), 404, 'NOT_FOUND');
    await api.people.deleteContact({ resourceName: made.resourceName });
  });
});

describe('other contacts and the directory', () => {
  const names = 'names,emailAddresses';

  test('a practice account has no other contacts', async () => {
    assert.deepEqual((await api.otherContacts.list({ readMask: names })).data, {});
    assert.ok((await api.otherContacts.list({ readMask: names, requestSyncToken: true })).data.nextSyncToken);
    assert.deepEqual((await api.otherContacts.search({ query: 'Ada', readMask: names })).data, {});
  });

  test('only some fields of them can be read and copied', async () => {
    await refused(api.otherContacts.list({ readMask: 'organizations' }), 400, 'INVALID_ARGUMENT', "Request field 'organizations' not allowed for other contacts read requests.");
    await refused(api.otherContacts.search({ query: '', readMask: 'organizations' }), 400, 'INVALID_ARGUMENT');
    const copy = (copyMask) => api.otherContacts.copyOtherContactToMyContactsGroup({ resourceName: 'otherContacts/c1', requestBody: { copyMask } });
    await refused(copy('organizations'), 400, 'INVALID_ARGUMENT');
    await refused(copy('names'), 404, 'NOT_FOUND');
  });

  test('there is no directory', async () => {
    const from = { readMask: 'names', sources: ['DIRECTORY_SOURCE_TYPE_DOMAIN_PROFILE'] };
    await refused(api.people.listDirectoryPeople(from), 400, 'FAILED_PRECONDITION', 'Must be a G Suite domain user.');
    await refused(api.people.searchDirectoryPeople({ ...from, query: 'Ada' }), 400, 'FAILED_PRECONDITION', 'Must be a G Suite domain user.');
  });
});
