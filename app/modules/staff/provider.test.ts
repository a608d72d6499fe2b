import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from './latest-audit.testing.ts';
import { codeAt } from './one-time-code.server.ts';
import { changeRoles } from './operations/change-roles.server.ts';
import { disableStaff } from './operations/disable-staff.server.ts';
import { linkProvider } from './operations/link-provider.server.ts';
import { resetSecondFactor } from './operations/reset-second-factor.server.ts';
import { unlinkProvider } from './operations/unlink-provider.server.ts';
import { askProvider, setOut } from './prove-at-provider.server.ts';
import { openTestProvider, type ProviderPerson, type TestProvider } from './provider.testing.ts';
import { viewDevices } from './queries/view-devices.query.server.ts';
import { resolveActor } from './session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre, type TestStaff } from './staff.testing.ts';
import { startProviderSession } from './start-provider-session.server.ts';

const back = 'http://127.0.0.1:4380/staff/sign-in/provider/return';
const refused = { code: 'session.refused', status: 401 };
let house: TestHouse;
let centre: TestCentre;
let provider: TestProvider;
let amal: TestStaff;
const person = (over: Partial<ProviderPerson> = {}): ProviderPerson => ({
  sub: 'amal-17',
  email: amal.email,
  ...over,
});

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  provider = await openTestProvider(house.clock);
  house.config.provider = provider.config;
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
});
afterAll(async () => {
  provider?.close();
  await house?.close();
});
afterEach(() => {
  for (const name of Object.keys(provider.twist)) delete provider.twist[name as 'unsigned'];
  provider.config.strong = [];
  house.resources.delete('provider-metadata');
});

const newBrowser = () => randomBytes(32).toString('base64url');
const code = () => {
  house.clock.advance(31_000);
  return codeAt(amal.seed, house.clock.now());
};

async function versionOf({ actor }: TestStaff): Promise<number> {
  const { rows } = await house.admin.query('select version from serai.staff_member where id = $1', [
    actor.staffId,
  ]);
  return Number(rows[0]?.version);
}

/** Goes to the provider and comes back. */
async function come(who: ProviderPerson, browser = newBrowser(), staffId: string | null = null) {
  const to = await setOut(house, browser, { purpose: staffId ? 'link' : 'sign-in', staffId, back });
  const answer = provider.answer(to, who);
  return { to, answer, keys: { state: to.searchParams.get('state') ?? '', browser } };
}
type Come = Awaited<ReturnType<typeof come>>;
const enter = ({ keys, answer }: Come, typed = code()) =>
  startProviderSession(
    house,
    keys,
    { answer, back, code: typed },
    { address: undefined, deviceToken: undefined },
  );

async function link(who = person(), by = amal) {
  const actor = await signIn(house, by);
  const came = await come(who, newBrowser(), actor.staffId);
  await askProvider(house, came.keys, { answer: came.answer, back });
  return execute(house, linkProvider, actor, came.keys);
}

describe('before somebody has linked their account', () => {
  test('nobody is signed in, whatever the provider says of them', async () => {
    await expect(enter(await come(person()))).rejects.toMatchObject(refused);
    await expect(enter(await come(person({ email: 'stranger@elsewhere.example' })))).rejects.toMatchObject(
      refused,
    );
  });

  test('the public cannot link, and nobody without a fresh proof of who they are', async () => {
    const keys = { state: newBrowser(), browser: newBrowser() };
    await expect(execute(house, linkProvider, publicActor, keys)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const actor = await signIn(house, amal);
    await expect(
      execute(house, linkProvider, { ...actor, steppedUpAt: undefined }, keys),
    ).rejects.toMatchObject({ code: 'step-up.required' });
  });

  test('an account there with another address, or an address that is not verified, is not linked', async () => {
    await expect(link(person({ email: 'other@centre.example' }))).rejects.toMatchObject({
      code: 'provider.not-yours',
    });
    await expect(link(person({ verified: false }))).rejects.toMatchObject(refused);
  });

  test('the way that a colleague began links nothing for another one', async () => {
    const other = await signIn(house, centre.coordinator);
    const came = await come(person({ email: centre.coordinator.email }), newBrowser(), amal.actor.staffId);
    await askProvider(house, came.keys, { answer: came.answer, back });
    await expect(execute(house, linkProvider, other, came.keys)).rejects.toMatchObject({
      code: 'provider.not-yours',
    });
  });
});

describe('once it is linked', () => {
  beforeAll(async () => {
    await link();
  });

  test('its owner signs in with the provider and their own code, in the roles of the house', async () => {
    expect(await latestAudit(house, 'staff.link-provider')).toMatchObject({ subject_id: amal.actor.staffId });
    const session = await enter(await come(person()));
    const actor = await resolveActor(house, session.token);
    expect(actor).toMatchObject({ kind: 'staff', staffId: amal.actor.staffId, roles: ['counsellor'] });
    expect(actor.kind === 'staff' && actor.steppedUpAt).toBeTruthy();
    const devices = await read(house, viewDevices, actor, {});
    expect(devices.provider).toBeDefined();
    expect(devices.sessions[0]).toMatchObject({ method: 'provider', isThis: true });
  });

  test('and finds a notice that it was linked', async () => {
    const { rows } = await house.admin.query(
      "select 1 from serai.staff_notice where kind = 'provider-linked' and staff_id = $1",
      [amal.actor.staffId],
    );
    expect(rows).toHaveLength(1);
  });

  test('without the own code, or with a used one, nobody is in; a mistyped one can be typed again', async () => {
    const came = await come(person());
    await expect(enter(came, '')).rejects.toMatchObject(refused);
    await expect(enter(came, '000000')).rejects.toMatchObject(refused);
    const right = code();
    await enter(came, right);
    await expect(enter(await come(person()), right)).rejects.toMatchObject(refused);
  });

  test('codes cannot be guessed at for ever', async () => {
    house.clock.advance(16 * 60_000);
    const came = await come(person());
    for (let wrong = 0; wrong < 5; wrong += 1)
      await expect(enter(came, '000000')).rejects.toMatchObject(refused);
    await expect(enter(came)).rejects.toMatchObject({ code: 'too-many-requests' });
    // The owner's own way in is not touched by it.
    await expect(signIn(house, amal)).resolves.toMatchObject({ kind: 'staff' });
    house.clock.advance(16 * 60_000);
  });

  test('an answer counts once, even sent several times at the same moment', async () => {
    const came = await come(person());
    const before = provider.asked();
    const typed = code();
    const tried = await Promise.allSettled([1, 2, 3, 4].map(() => enter(came, typed)));
    expect(tried.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    expect(provider.asked() - before).toBe(1);
    await expect(enter(came)).rejects.toMatchObject(refused);
  });

  test('an answer brought by another browser, under another state, or too late is refused', async () => {
    const came = await come(person());
    await expect(enter({ ...came, keys: { ...came.keys, browser: newBrowser() } })).rejects.toMatchObject(
      refused,
    );
    const other = await come(person());
    await expect(enter({ ...other, answer: came.answer })).rejects.toMatchObject(refused);
    const late = await come(person());
    house.clock.advance(11 * 60_000);
    await expect(enter(late)).rejects.toMatchObject(refused);
  });

  test.each<[string, (provider: TestProvider) => void]>([
    [
      'another nonce',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({ header, claims: { ...claims, nonce: 'x' } })),
    ],
    [
      'no nonce',
      ({ twist }) =>
        void (twist.token = ({ header, claims: { nonce: _nonce, ...claims } }) => ({ header, claims })),
    ],
    [
      'another issuer',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({
          header,
          claims: { ...claims, iss: 'https://evil.example' },
        })),
    ],
    [
      'another audience',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({ header, claims: { ...claims, aud: 'another' } })),
    ],
    [
      'an end that has passed',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({
          header,
          claims: { ...claims, exp: Number(claims['iat']) - 600 },
        })),
    ],
    [
      'no signature',
      ({ twist }) => {
        twist.unsigned = true;
        twist.token = ({ header, claims }) => ({ header: { ...header, alg: 'none' }, claims });
      },
    ],
    [
      'no signature, and a provider that says it never signs',
      ({ twist }) => {
        twist.unsigned = true;
        twist.metadata = { id_token_signing_alg_values_supported: ['none', 'RS256'] };
        twist.token = ({ header, claims }) => ({ header: { ...header, alg: 'none' }, claims });
      },
    ],
    ['a key that the provider does not have', ({ twist }) => void (twist.foreignKey = true)],
    [
      'a key of its own in the token',
      ({ twist }) => {
        twist.foreignKey = true;
        twist.token = ({ header, claims }) => ({
          header: { ...header, jku: 'https://evil.example/keys' },
          claims,
        });
      },
    ],
    [
      'an address that is not verified',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({
          header,
          claims: { ...claims, email_verified: 'true' },
        })),
    ],
    [
      'another person',
      ({ twist }) =>
        void (twist.token = ({ header, claims }) => ({
          header,
          claims: { ...claims, sub: 'somebody-else' },
        })),
    ],
  ])('a token with %s is refused', async (_planted, plant) => {
    // What is planted must be what turns it red: without it the same way leads in.
    await expect(enter(await come(person()))).resolves.toBeDefined();
    plant(provider);
    house.resources.delete('provider-metadata');
    await expect(enter(await come(person()))).rejects.toMatchObject(refused);
  });

  test('a provider that answers in another one’s name is refused', async () => {
    const came = await come(person());
    const mixed = new URLSearchParams(came.answer);
    mixed.set('iss', 'https://other.example');
    await expect(enter({ ...came, answer: mixed.toString() })).rejects.toMatchObject(refused);
    house.resources.delete('provider-metadata');
    provider.twist.metadata = { issuer: 'https://other.example' };
    await expect(come(person())).rejects.toMatchObject({ code: 'provider.unreachable', status: 503 });
  });

  test('a provider inside the network is not gone to unless the operator said that it is there', async () => {
    provider.config.internal = false;
    await expect(come(person())).rejects.toMatchObject({ code: 'provider.unreachable' });
    provider.config.internal = true;
  });

  test('a second proof there counts only in words that the operator trusts, and never for acts that ask anew', async () => {
    const strong = person({ amr: ['pwd', 'hwk'] });
    await expect(enter(await come(strong), '')).rejects.toMatchObject(refused);
    provider.config.strong = ['hwk'];
    const { token } = await enter(await come(strong), '');
    const actor = await resolveActor(house, token);
    expect(actor).toMatchObject({ kind: 'staff' });
    expect(actor.kind === 'staff' && actor.steppedUpAt).toBeUndefined();
    await expect(enter(await come(person({ amr: ['pwd'] })), '')).rejects.toMatchObject(refused);
  });

  test('a change of roles ends such a session as any other', async () => {
    const { token } = await enter(await come(person()));
    const coordinator = await signIn(house, centre.coordinator);
    await execute(house, changeRoles, coordinator, {
      staffId: amal.actor.staffId,
      roles: ['caseworker'],
      version: await versionOf(amal),
    });
    expect(await resolveActor(house, token)).toEqual(publicActor);
  });

  test('the public has no link to take away', async () => {
    await expect(execute(house, unlinkProvider, publicActor, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('taking the link away ends what began with it elsewhere', async () => {
    const { token } = await enter(await come(person()));
    await execute(house, unlinkProvider, await signIn(house, amal), {});
    expect(await resolveActor(house, token)).toEqual(publicActor);
    await expect(enter(await come(person()))).rejects.toMatchObject(refused);
    await link();
  });

  test('nobody else can link the same account', async () => {
    const bilal = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
    await expect(link(person({ email: bilal.email }), bilal)).rejects.toMatchObject({
      code: 'provider.not-yours',
    });
  });

  test('after a lost device the link is gone too', async () => {
    const coordinator = await signIn(house, centre.coordinator);
    await execute(house, resetSecondFactor, coordinator, { staffId: amal.actor.staffId });
    const { rows } = await house.admin.query('select 1 from serai.provider_link where staff_id = $1', [
      amal.actor.staffId,
    ]);
    expect(rows).toEqual([]);
  });

  test('a closed account is refused in the same words', async () => {
    const dana = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
    const there = { sub: 'dana-4', email: dana.email };
    await link(there, dana);
    const typed = () => {
      house.clock.advance(31_000);
      return codeAt(dana.seed, house.clock.now());
    };
    await expect(enter(await come(there), typed())).resolves.toBeDefined();
    const coordinator = await signIn(house, centre.coordinator);
    await execute(house, disableStaff, coordinator, {
      staffId: dana.actor.staffId,
      handOverTo: coordinator.staffId,
      version: await versionOf(dana),
    });
    await expect(enter(await come(there), typed())).rejects.toMatchObject(refused);
  });
});
