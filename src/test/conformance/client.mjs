// The official client pointed at the practice server, and how a refusal is checked.
import assert from 'node:assert/strict';
import { auth as googleAuth, people as peopleApi } from '@googleapis/people';

export const endpoint = need('MUSTER_ENDPOINT');
export const token = need('MUSTER_TOKEN');
/** A second server whose sync tokens are dead a second after they were handed out. */
export const shortMemoryEndpoint = need('MUSTER_SHORT_MEMORY_ENDPOINT');

function need(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start this through src/test/conformance/run`);
  }
  return value;
}

export function client(rootUrl = endpoint, accessToken = token) {
  const auth = new googleAuth.OAuth2();
  auth.setCredentials({ access_token: accessToken });
  return peopleApi({ version: 'v1', auth, rootUrl, retry: false });
}

export const api = client();

/** Awaits a refusal with Google's envelope and hands back its `error` object. */
export async function refused(call, code, status, message) {
  let answer;
  try {
    answer = await call;
  } catch (error) {
    assert.ok(error.response, `no answer at all: ${error.message}`);
    const body = error.response.data?.error;
    assert.ok(body, `no error envelope: ${JSON.stringify(error.response.data).slice(0, 300)}`);
    assert.match(error.response.headers.get('content-type'), /^application\/json; charset=UTF-8$/i);
    assert.equal(error.response.status, code, JSON.stringify(body));
    assert.equal(body.code, code);
    if (status) {
      assert.equal(body.status, status, body.message);
    }
    if (message instanceof RegExp) {
      assert.match(body.message, message);
    } else if (message) {
      assert.equal(body.message, message);
    }
    return body;
  }
  assert.fail(`expected HTTP ${code}, got ${answer.status} ${JSON.stringify(answer.data).slice(0, 300)}`);
}

export function detail(error, type) {
  const found = error.details?.find((d) => d['@type'] === `type.googleapis.com/${type}`);
  assert.ok(found, `no ${type} in ${JSON.stringify(error.details)}`);
  return found;
}

/** A contact nobody else has, created through the client, with every field read back. */
export async function make(given, fields = {}) {
  const { data } = await api.people.createContact({
    personFields: 'names,emailAddresses,phoneNumbers,organizations,biographies,memberships,metadata',
    requestBody: { names: [{ givenName: given, familyName: 'Conformance' }], ...fields },
  });
  return data;
}

export async function fetchPerson(resourceName, personFields = 'names,emailAddresses,biographies,memberships,metadata') {
  return (await api.people.get({ resourceName, personFields })).data;
}

export async function everyone(params = {}, from = api) {
  const people = [];
  const pages = [];
  let pageToken;
  do {
    const { data } = await from.people.connections.list({ resourceName: 'people/me', personFields: 'names', pageSize: 1000, ...params, pageToken });
    people.push(...(data.connections ?? []));
    pages.push(data);
    pageToken = data.nextPageToken;
  } while (pageToken);
  return { people, pages, last: pages.at(-1) };
}
