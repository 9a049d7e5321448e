// Every method of the practice server, driven by Google's own client for Node.js. Start it through ./run.
import assert from 'node:assert/strict';
import http from 'node:http';
import { describe, test } from 'node:test';
import { api, client, detail, endpoint, everyone, fetchPerson, make, refused, shortMemoryEndpoint, token } from './client.mjs';

const STALE = 'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.';
const NO_ETAG = 'Request must set person.etag or person.metadata.sources.etag for the source that is being updated.';
const GONE = 'Requested entity was not found.';
const TWO_NAMES = 'Cannot have more than one person.names per source.';
const NOBODY = 'people/c1';

describe('the door', () => {
  test('a wrong token is refused', () =>
    refused(client(endpoint, 'wrong').people.get({ resourceName: NOBODY, personFields: 'names' }), 401, 'UNAUTHENTICATED', /^Request had invalid authentication credentials\./));

  test('an unknown route is an HTML 404', async () => {
    const answer = await fetch(new URL('v1/people/c1', endpoint), { method: 'PATCH', headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 404);
    assert.match(answer.headers.get('content-type'), /^text\/html/);
  });

  test('another Host is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      http.get(new URL('v1/contactGroups', endpoint), { headers: { host: 'rebound.example', authorization: `Bearer ${token}` } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    assert.ok(status >= 400 && status < 500, `HTTP ${status}`);
  });

  test('an unknown parameter is named', async () => {
    const error = await refused(api.people.get({ resourceName: NOBODY, personFields: 'names', parent: 'x' }), 400, 'INVALID_ARGUMENT',
      'Invalid JSON payload received. Unknown name "parent": Cannot bind query parameter. Field \'parent\' could not be found in request message.');
    assert.ok(detail(error, 'google.rpc.BadRequest').fieldViolations.length);
  });

  test('official clients get the old errors[] too', async () => {
    const error = await refused(api.people.get({ resourceName: NOBODY, personFields: '' }), 400);
    assert.equal(error.errors[0].domain, 'global');
    assert.equal(error.errors[0].reason, 'badRequest');
  });

  test('the standard parameters are taken', async () => {
    await api.contactGroups.list({ prettyPrint: false, quotaUser: 'q', alt: 'json', fields: 'contactGroups(name)', key: 'k' });
  });
});

describe('people.connections.list', () => {
  test('pages until the end, each contact once', async () => {
    const { people, pages } = await everyone({ pageSize: 400 });
    assert.ok(people.length >= 1200, `${people.length} people`);
    assert.ok(pages.slice(0, -1).every((page) => page.connections.length === 400));
    assert.equal(new Set(people.map((p) => p.resourceName)).size, people.length);
    for (const page of pages) {
      assert.equal(page.totalItems, people.length);
      assert.equal(page.totalPeople, people.length);
      assert.equal(page.nextSyncToken, undefined);
    }
  });

  test('a page holds 100 unless told, and at most 1000', async () => {
    const list = async (pageSize) => (await api.people.connections.list({ resourceName: 'people/me', personFields: 'names', pageSize })).data.connections.length;
    assert.equal(await list(undefined), 100);
    assert.equal(await list(0), 100);
    assert.equal(await list(2000), 1000);
  });

  test('only fields of the mask come, and the two that always do', async () => {
    const { people } = await everyone({ personFields: 'emailAddresses' });
    const keys = new Set(people.flatMap(Object.keys));
    assert.deepEqual([...keys].sort(), ['emailAddresses', 'etag', 'resourceName']);
  });

  test('sorts by time and by name', async () => {
    const a = await make('!aaa');
    const z = await make('zzzzz');
    const order = async (sortOrder) => {
      const names = (await everyone({ sortOrder })).people.map((p) => p.resourceName);
      return [names.indexOf(a.resourceName), names.indexOf(z.resourceName), names.length];
    };
    const [a1, z1, n1] = await order('LAST_MODIFIED_ASCENDING');
    assert.deepEqual([a1, z1], [n1 - 2, n1 - 1]);
    const [a2, z2] = await order('LAST_MODIFIED_DESCENDING');
    assert.deepEqual([z2, a2], [0, 1]);
    for (const byName of ['FIRST_NAME_ASCENDING', 'LAST_NAME_ASCENDING']) {
      const [a3, z3] = await order(byName);
      assert.ok(a3 < z3, byName);
    }
    const [a4, z4] = await order(undefined);
    assert.deepEqual([a4, z4], [a1, z1]);
    await api.people.batchDeleteContacts({ requestBody: { resourceNames: [a.resourceName, z.resourceName] } });
  });

  test('an incremental sync tells created, changed and deleted', async () => {
    const doomed = await make('Doomed');
    const changed = await make('Changed');
    const params = { requestSyncToken: true, personFields: 'names,metadata' };
    const { pages, last } = await everyone({ ...params, pageSize: 700 });
    assert.ok(pages.slice(0, -1).every((page) => page.nextSyncToken === undefined));
    assert.ok(last.nextSyncToken);
    const quiet = await api.people.connections.list({ resourceName: 'people/me', ...params, syncToken: last.nextSyncToken });
    assert.deepEqual(Object.keys(quiet.data), ['nextSyncToken']);

    const created = await make('Created');
    await api.people.updateContact({ resourceName: changed.resourceName, updatePersonFields: 'names', requestBody: { etag: changed.etag, names: [{ givenName: 'Other' }] } });
    await api.people.deleteContact({ resourceName: doomed.resourceName });
    const { people } = await everyone({ ...params, syncToken: last.nextSyncToken });
    const by = new Map(people.map((p) => [p.resourceName, p]));
    assert.equal(by.size, 3);
    assert.equal(by.get(created.resourceName).names[0].givenName, 'Created');
    assert.equal(by.get(changed.resourceName).names[0].givenName, 'Other');
    const gone = by.get(doomed.resourceName);
    assert.equal(gone.metadata.deleted, true);
    assert.equal(gone.metadata.sources[0].id, doomed.metadata.sources[0].id);
    assert.ok(gone.etag);

    await refused(api.people.connections.list({ resourceName: 'people/me', ...params, personFields: 'names', syncToken: last.nextSyncToken }), 400);
    await refused(api.people.connections.list({ resourceName: 'people/me', ...params, syncToken: 'nonsense' }), 400);
    await api.people.batchDeleteContacts({ requestBody: { resourceNames: [created.resourceName, changed.resourceName] } });
  });

  test('an expired sync token says so in a code', async () => {
    const other = client(shortMemoryEndpoint);
    const { last } = await everyone({ requestSyncToken: true }, other);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const error = await refused(other.people.connections.list({ resourceName: 'people/me', personFields: 'names', requestSyncToken: true, syncToken: last.nextSyncToken }),
      400, undefined, 'Sync token is expired. Clear local cache and retry call without the sync token.');
    const info = detail(error, 'google.rpc.ErrorInfo');
    assert.equal(info.reason, 'EXPIRED_SYNC_TOKEN');
    assert.equal(info.domain, 'people.googleapis.com');
  });

  test('refuses wrong masks, orders, tokens and other people', async () => {
    const list = (params) => api.people.connections.list({ resourceName: 'people/me', personFields: 'names', ...params });
    await refused(list({ personFields: undefined }), 400, 'INVALID_ARGUMENT', /^personFields mask is required\./);
    await refused(list({ personFields: 'metadfafads' }), 400, 'INVALID_ARGUMENT', /^Invalid personFields mask path: "metadfafads"\. Valid paths are documented at /);
    await refused(list({ personFields: 'etag' }), 400, 'INVALID_ARGUMENT', /^Invalid personFields mask path: "?etag"?/);
    await refused(list({ sortOrder: 'BY_MOOD' }), 400, 'INVALID_ARGUMENT');
    await refused(list({ sortOrder: 'LAST_MODIFIED_DESCENDING', requestSyncToken: true }), 400);
    await refused(list({ pageToken: 'nonsense' }), 400);
    await refused(list({ resourceName: NOBODY }), 400);
    await refused(list({ sources: ['READ_SOURCE_TYPE_MOON'] }), 400);
  });

  test('the contact source alone leaves the profile out', async () => {
    const sourceTypes = async (sources) => {
      const { people } = await everyone({ personFields: 'names,photos,metadata', sources });
      return new Set(people.flatMap((p) => p.metadata.sources.map((s) => s.type)));
    };
    assert.deepEqual(await sourceTypes(['READ_SOURCE_TYPE_CONTACT']), new Set(['CONTACT']));
    assert.deepEqual(await sourceTypes(undefined), new Set(['CONTACT', 'PROFILE']));
  });
});

describe('people.get and people.batchGet', () => {
  test('get answers with the mask, the etag and the source', async () => {
    const made = await make('Getty');
    const person = await fetchPerson(made.resourceName, 'names,metadata');
    assert.deepEqual(Object.keys(person).sort(), ['etag', 'metadata', 'names', 'resourceName']);
    const source = person.metadata.sources.find((s) => s.type === 'CONTACT');
    assert.equal(person.resourceName, `people/c${BigInt(`0x${source.id}`)}`);
    assert.match(source.etag, /^#/);
    assert.match(source.updateTime, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.equal(person.names[0].displayName, 'Getty Conformance');
    assert.equal(person.names[0].displayNameLastFirst, 'Conformance, Getty');
    assert.equal(person.names[0].metadata.primary, true);
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('get refuses what is not there and a missing mask', async () => {
    await refused(api.people.get({ resourceName: NOBODY, personFields: 'names' }), 404, 'NOT_FOUND', GONE);
    await refused(api.people.get({ resourceName: NOBODY }), 400, 'INVALID_ARGUMENT', /^personFields mask is required\./);
  });

  test('the deprecated requestMask is taken', async () => {
    const made = await make('Mask');
    const { data } = await api.people.get({ resourceName: made.resourceName, 'requestMask.includeField': 'person.names' });
    assert.equal(data.names[0].givenName, 'Mask');
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('batchGet answers for each name, also for those that are gone', async () => {
    const { people } = await everyone();
    const resourceNames = [...people.slice(0, 199).map((p) => p.resourceName), NOBODY];
    const { data } = await api.people.getBatchGet({ resourceNames, personFields: 'names' });
    assert.equal(data.responses.length, 200);
    const by = new Map(data.responses.map((r) => [r.requestedResourceName, r]));
    assert.equal(by.get(resourceNames[0]).httpStatusCode, 200);
    assert.equal(by.get(resourceNames[0]).person.resourceName, resourceNames[0]);
    assert.equal(by.get(NOBODY).httpStatusCode, 404);
    assert.equal(by.get(NOBODY).status.code, 5);
    assert.equal(by.get(NOBODY).person, undefined);
    await refused(api.people.getBatchGet({ resourceNames: people.slice(0, 201).map((p) => p.resourceName), personFields: 'names' }), 400, 'INVALID_ARGUMENT');
  });
});

describe('people.createContact', () => {
  test('keeps all 24 fields and derives the rest', async () => {
    const requestBody = {
      names: [{ givenName: 'Every', familyName: 'Field', displayName: 'ignored' }],
      nicknames: [{ value: 'Ev' }], emailAddresses: [{ value: 'every@example.org', type: 'work' }, { value: 'field@example.net' }],
      phoneNumbers: [{ value: '020 7946 0123', type: 'mobile' }], addresses: [{ streetAddress: '1 High St', city: 'London', countryCode: 'GB', type: 'home' }],
      birthdays: [{ date: { month: 12, day: 10 } }], events: [{ date: { year: 2001, month: 1, day: 1 }, type: 'anniversary' }],
      biographies: [{ value: 'note', contentType: 'TEXT_PLAIN' }], genders: [{ value: 'female' }], imClients: [{ username: 'ev', protocol: 'jabber' }],
      sipAddresses: [{ value: 'sip:ev@example.org' }], urls: [{ value: 'https://example.org', type: 'blog' }], calendarUrls: [{ url: 'https://example.org/cal', type: 'freeBusy' }],
      relations: [{ person: 'Bob', type: 'spouse' }], interests: [{ value: 'chess' }], locales: [{ value: 'en-GB' }],
      locations: [{ value: 'desk 1', type: 'desk', current: true }], miscKeywords: [{ value: 'VIP', type: 'OUTLOOK_KEYWORD' }], occupations: [{ value: 'clerk' }],
      organizations: [{ name: 'Example Ltd', title: 'Clerk', current: true }], externalIds: [{ value: '42', type: 'customer' }],
      userDefined: [{ key: 'size', value: 'L' }], clientData: [{ key: 'muster', value: 'job/1' }, { key: 'muster', value: 'job/1' }],
      memberships: [{ contactGroupMembership: { contactGroupResourceName: 'contactGroups/myContacts' } }],
    };
    const { data } = await api.people.createContact({ requestBody });
    for (const [field, items] of Object.entries(requestBody)) {
      assert.equal(data[field]?.length, items.length, field);
      assert.equal(data[field].filter((item) => item.metadata.primary).length, field === 'memberships' ? 0 : 1, field);
      assert.ok(data[field].every((item) => item.metadata.source.type === 'CONTACT'), field);
    }
    assert.equal(data.names[0].displayName, 'Every Field');
    assert.equal(data.phoneNumbers[0].value, '020 7946 0123');
    assert.equal(data.phoneNumbers[0].canonicalForm, '+442079460123');
    assert.equal(data.phoneNumbers[0].formattedType, 'Mobile');
    assert.equal(data.memberships[0].contactGroupMembership.contactGroupId, 'myContacts');
    assert.deepEqual(data.birthdays[0].date, { month: 12, day: 10 });
    await api.people.deleteContact({ resourceName: data.resourceName });
  });

  test('joins myContacts when no label is given', async () => {
    const made = await make('Plain');
    assert.deepEqual(made.memberships.map((m) => m.contactGroupMembership.contactGroupResourceName), ['contactGroups/myContacts']);
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('refuses what Google refuses', async () => {
    const create = (requestBody) => api.people.createContact({ personFields: 'names', requestBody });
    await refused(create({ names: [{ givenName: 'A' }, { givenName: 'B' }] }), 400, 'INVALID_ARGUMENT', TWO_NAMES);
    await refused(create({ biographies: [{ value: 'A' }, { value: 'B' }] }), 400, 'INVALID_ARGUMENT', 'Cannot have more than one person.biographies per source.');
    await refused(create({}), 400, 'INVALID_ARGUMENT', /^(Request must contain a person\.|Must specify a non-metadata contact field on the person)/);
    const unknown = await refused(create({ nmaes: [{ givenName: 'A' }] }), 400, 'INVALID_ARGUMENT', /Unknown name "nmaes" at 'person': Cannot find field\./);
    assert.equal(detail(unknown, 'google.rpc.BadRequest').fieldViolations[0].field, 'person');
    await refused(create({ names: [{ givenName: 'x'.repeat(1025) }] }), 400);
    await refused(create({ names: [{ givenName: 'A' }], memberships: [{ contactGroupMembership: { contactGroupResourceName: 'contactGroups/0123456789' } }] }), 400);
    await refused(api.people.createContact({ personFields: 'nmaes', requestBody: { names: [{ givenName: 'A' }] } }), 400, 'INVALID_ARGUMENT', /^Invalid personFields mask path: "nmaes"/);
  });
});

describe('people.updateContact', () => {
  test('replaces the masked fields, clears the empty ones and leaves the rest', async () => {
    const made = await make('Before', { emailAddresses: [{ value: 'before@example.org' }], biographies: [{ value: 'keep' }] });
    const { data } = await api.people.updateContact({ resourceName: made.resourceName, updatePersonFields: 'names,emailAddresses', personFields: 'names,emailAddresses,biographies',
      requestBody: { etag: made.etag, names: [{ givenName: 'After' }], biographies: [{ value: 'not masked' }] } });
    assert.equal(data.names[0].displayName, 'After');
    assert.equal(data.emailAddresses, undefined);
    assert.equal(data.biographies[0].value, 'keep');
    assert.notEqual(data.etag, made.etag);

    const second = await api.people.updateContact({ resourceName: made.resourceName, updatePersonFields: 'biographies', personFields: 'names,biographies',
      requestBody: { etag: data.etag, biographies: [] } });
    assert.equal(second.data.biographies, undefined);
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('an etag is needed and must be current; the one of the source will do', async () => {
    const made = await make('Etag');
    const update = (requestBody) => api.people.updateContact({ resourceName: made.resourceName, updatePersonFields: 'names', personFields: 'names', requestBody });
    await refused(update({ names: [{ givenName: 'X' }] }), 400, undefined, NO_ETAG);
    const source = made.metadata.sources.find((s) => s.type === 'CONTACT');
    await update({ metadata: { sources: [{ type: 'CONTACT', id: source.id, etag: source.etag }] }, names: [{ givenName: 'Source' }] });
    const stale = await refused(update({ etag: made.etag, names: [{ givenName: 'Stale' }] }), 400, 'FAILED_PRECONDITION', STALE);
    assert.equal(stale.errors[0].reason, 'failedPrecondition');
    await refused(update({ metadata: { sources: [{ type: 'CONTACT', id: source.id, etag: source.etag }] }, names: [{ givenName: 'X' }] }), 400, 'FAILED_PRECONDITION',
      'Request person.metadata.sources.etag is different than the current person.metadata.sources.etag. Clear local cache and get the latest person.');
    const current = await fetchPerson(made.resourceName, 'phoneNumbers');
    assert.equal((await update({ etag: current.etag, names: [{ givenName: 'Fresh' }] })).data.names[0].givenName, 'Fresh', 'an etag read with another mask is as good');
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('refuses wrong masks, too many values, missing people and the last label', async () => {
    const made = await make('Refuse');
    const update = (updatePersonFields, fields, resourceName = made.resourceName) =>
      api.people.updateContact({ resourceName, updatePersonFields, requestBody: { etag: made.etag, ...fields } });
    await refused(update('photos', {}), 400, 'INVALID_ARGUMENT', /^Invalid updatePersonFields mask path: "photos"\. /);
    await refused(update('', {}), 400, 'INVALID_ARGUMENT', 'updatePersonFields mask is required. Please specify one or more valid paths. Valid paths are documented at https://developers.google.com/people/api/rest/v1/people/updateContact.');
    await refused(update('names', { names: [{ givenName: 'A' }, { givenName: 'B' }] }), 400, 'INVALID_ARGUMENT', TWO_NAMES);
    await refused(update('memberships', { memberships: [] }), 400);
    await refused(update('names', { names: [{ givenName: 'A' }] }, NOBODY), 404, 'NOT_FOUND', GONE);
    await refused(update('names', { names: [{ givenName: 'A' }] }, 'people/me'), 400, 'INVALID_ARGUMENT', 'Resource name "people/me" is not a valid contact person resource.');
    assert.equal((await fetchPerson(made.resourceName)).names[0].givenName, 'Refuse');
    await api.people.deleteContact({ resourceName: made.resourceName });
  });
});

describe('people.deleteContact', () => {
  test('deletes once', async () => {
    const made = await make('Delete');
    const { data } = await api.people.deleteContact({ resourceName: made.resourceName });
    assert.deepEqual(data, {});
    await refused(api.people.get({ resourceName: made.resourceName, personFields: 'names' }), 404, 'NOT_FOUND', GONE);
    await refused(api.people.deleteContact({ resourceName: made.resourceName }), 404, 'NOT_FOUND', GONE);
  });
});

describe('batches', () => {
  const rows = (count) => Array.from({ length: count }, (_, i) => ({ contactPerson: { names: [{ givenName: `Row ${i}`, familyName: 'Batch' }] } }));
  const count = async () => (await everyone()).people.length;

  test('200 are created in order, changed and deleted', async () => {
    const created = (await api.people.batchCreateContacts({ requestBody: { contacts: rows(200), readMask: 'names' } })).data.createdPeople;
    assert.equal(created.length, 200);
    created.forEach((response, i) => {
      assert.equal(response.httpStatusCode, 200);
      assert.equal(response.person.names[0].givenName, `Row ${i}`);
    });
    const contacts = Object.fromEntries(created.map(({ person }) => [person.resourceName, { etag: person.etag, biographies: [{ value: `note of ${person.resourceName}` }] }]));
    const { data } = await api.people.batchUpdateContacts({ requestBody: { contacts, updateMask: 'biographies', readMask: 'names,biographies' } });
    assert.deepEqual(Object.keys(data.updateResult).sort(), Object.keys(contacts).sort());
    for (const [name, response] of Object.entries(data.updateResult)) {
      assert.equal(response.person.biographies[0].value, `note of ${name}`);
      assert.ok(response.person.names[0].givenName.startsWith('Row '));
    }
    const before = await count();
    const deleted = await api.people.batchDeleteContacts({ requestBody: { resourceNames: Object.keys(contacts) } });
    assert.deepEqual(deleted.data, {});
    assert.equal(await count(), before - 200);
  });

  test('without a read mask nothing is read back', async () => {
    const marker = `conformance/${process.pid}`;
    const contacts = [{ contactPerson: { names: [{ givenName: 'Silent' }], clientData: [{ key: 'muster', value: marker }] } }];
    assert.deepEqual((await api.people.batchCreateContacts({ requestBody: { contacts, readMask: '' } })).data, {});
    const { people } = await everyone({ personFields: 'clientData' });
    const found = people.filter((p) => p.clientData?.some((d) => d.value === marker));
    assert.equal(found.length, 1);
    const update = { [found[0].resourceName]: { etag: found[0].etag, names: [{ givenName: 'Loud' }] } };
    assert.deepEqual((await api.people.batchUpdateContacts({ requestBody: { contacts: update, updateMask: 'names' } })).data, {});
    await api.people.deleteContact({ resourceName: found[0].resourceName });
  });

  test('a create with bad rows does nothing and names them', async () => {
    const before = await count();
    const contacts = rows(5);
    contacts[3].contactPerson.names.push({ givenName: 'second name' });
    contacts[1].contactPerson.biographies = [{ value: 'a' }, { value: 'b' }];
    const error = await refused(api.people.batchCreateContacts({ requestBody: { contacts, readMask: 'names' } }), 400, 'INVALID_ARGUMENT');
    const { contactErrors } = detail(error, 'google.people.v1.BatchCreateContactsErrorDetails');
    assert.deepEqual(Object.keys(contactErrors).sort(), ['1', '3']);
    assert.equal(contactErrors['3'].code, 3);
    assert.equal(contactErrors['3'].message, TWO_NAMES);
    assert.equal(await count(), before);
  });

  test('an update with a stale etag does nothing and names it', async () => {
    const [a, b] = [await make('Fine'), await make('Stale')];
    await api.people.updateContact({ resourceName: b.resourceName, updatePersonFields: 'names', requestBody: { etag: b.etag, names: [{ givenName: 'Moved on' }] } });
    const contacts = Object.fromEntries([a, b].map((p) => [p.resourceName, { etag: p.etag, names: [{ givenName: 'Batch' }] }]));
    const error = await refused(api.people.batchUpdateContacts({ requestBody: { contacts, updateMask: 'names', readMask: 'names' } }), 400, 'FAILED_PRECONDITION');
    const { contactErrors } = detail(error, 'google.people.v1.BatchUpdateContactsErrorDetails');
    assert.deepEqual(Object.keys(contactErrors), [b.resourceName]);
    assert.equal(contactErrors[b.resourceName].code, 9);
    assert.equal(contactErrors[b.resourceName].message, STALE);
    assert.equal((await fetchPerson(a.resourceName)).names[0].givenName, 'Fine');
    await api.people.batchDeleteContacts({ requestBody: { resourceNames: [a.resourceName, b.resourceName] } });
  });

  test('a delete with a missing name does nothing', async () => {
    const made = await make('Survivor');
    await refused(api.people.batchDeleteContacts({ requestBody: { resourceNames: [made.resourceName, NOBODY] } }), 404, 'NOT_FOUND', GONE);
    assert.equal((await fetchPerson(made.resourceName)).names[0].givenName, 'Survivor');
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('over their limits, empty or malformed they are refused', async () => {
    const before = await count();
    await refused(api.people.batchCreateContacts({ requestBody: { contacts: rows(201), readMask: 'names' } }), 400, 'INVALID_ARGUMENT');
    const tooMany = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`people/c${i + 1}`, { etag: '%', names: [{ givenName: 'x' }] }]));
    await refused(api.people.batchUpdateContacts({ requestBody: { contacts: tooMany, updateMask: 'names' } }), 400, 'INVALID_ARGUMENT');
    await refused(api.people.batchDeleteContacts({ requestBody: { resourceNames: Array.from({ length: 501 }, (_, i) => `people/c${i + 1}`) } }), 400, 'INVALID_ARGUMENT');
    await refused(api.people.batchCreateContacts({ requestBody: { contacts: [{ contactPerson: { contact_name: 'x' } }] } }), 400, 'INVALID_ARGUMENT', /Unknown name "contact_name" at 'contacts\[0\]\.contact_person': Cannot find field\./);
    await refused(api.people.batchCreateContacts({ requestBody: { contacts: rows(1), readMask: 'nmaes' } }), 400, 'INVALID_ARGUMENT', /^Invalid readMask mask path: "nmaes"/);
    await refused(api.people.batchUpdateContacts({ requestBody: { contacts: [], updateMask: 'names' } }), 400, 'INVALID_ARGUMENT', /Cannot bind a list to map/);
    await refused(api.people.batchUpdateContacts({ requestBody: { contacts: { [NOBODY]: { etag: '%', names: [] } } } }), 400, 'INVALID_ARGUMENT', /^updateMask mask is required\./);
    await refused(api.people.batchUpdateContacts({ requestBody: { contacts: { [NOBODY]: { etag: '%' } }, updateMask: 'photos' } }), 400, 'INVALID_ARGUMENT', /^Invalid updateMask mask path: "photos"/);
    assert.equal(await count(), before);
  });
});

describe('people.searchContacts', () => {
  test('finds by the beginning of a word, after warming up', async () => {
    const made = await make('Qwertyuiop', { emailAddresses: [{ value: 'zxcvb@example.org' }], organizations: [{ name: 'Umbrella Works' }] });
    const warmUp = await api.people.searchContacts({ query: '', readMask: 'names' });
    assert.deepEqual(warmUp.data, {});
    const search = async (query) => ((await api.people.searchContacts({ query, readMask: 'names,emailAddresses' })).data.results ?? []).map((r) => r.person.resourceName);
    for (const query of ['Qwerty', 'qwertyuiop conf', 'zxcv', 'umbrella']) {
      assert.ok((await search(query)).includes(made.resourceName), query);
    }
    assert.ok(!(await search('werty')).includes(made.resourceName), 'no substrings');
    assert.deepEqual((await api.people.searchContacts({ query: 'nobody is called this', readMask: 'names' })).data, {});
    await api.people.deleteContact({ resourceName: made.resourceName });
  });

  test('answers with 10 unless told, and never more than 30', async () => {
    const search = async (pageSize) => (await api.people.searchContacts({ query: 'a', readMask: 'names', pageSize })).data.results.length;
    assert.equal(await search(undefined), 10);
    assert.equal(await search(500), 30);
  });

  test('needs a read mask', () => refused(api.people.searchContacts({ query: 'a' }), 400, 'INVALID_ARGUMENT', /^readMask mask is required\./));
});
