import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { staffLanguages } from '#platform/language/interface-languages.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { createSetupCode } from '#modules/setup/index.server.ts';
import { allActions, type Action, nameOf } from '../all-actions.ts';
import { type Asker, type ExpectedRow, readExpectedAnswers } from '../authorisation/expected-answers.ts';
import { scenes } from '../authorisation/scenes.testing.ts';
import { inFreshSession, openWorld, type World } from '../authorisation/world.testing.ts';
import { fieldPaths, withField } from './field-paths.ts';
import { findPoison, hostileValues } from './hostile-values.ts';

// Every field of every operation and query, from somebody who may do it, with everything that a field should not hold.
const actions = await allActions(resolve(import.meta.dirname, '../..'));
const expected = readExpectedAnswers();
const standingOrder = ['centre', 'own', 'self', 'linked', 'reader-linked', 'reader'];
const askerOrder: Asker[] = [
  'coordinator',
  'counsellor',
  'network_administrator',
  'job',
  'public',
  'setup',
  'house',
];

let world: World;
let emptyHouse: TestHouse;
let setupCode: string | undefined;
beforeAll(async () => {
  world = await openWorld();
  emptyHouse = await openTestHouse();
  setupCode = await createSetupCode(emptyHouse);
});
afterAll(async () => {
  await world?.house.close();
  await emptyHouse?.close();
});

describe.each(actions.map((action) => ({ name: nameOf(action), action })))('$name', ({ name, action }) => {
  const schema = action.kind === 'operation' ? action.operation.input : action.query.params;

  test('nothing that must not be kept gets through the schema', () => {
    const through = variants(schema, {}).flatMap(({ what, path, given }) => {
      if (neverKept.has(`${name} ${path}`)) return [];
      const parsed = schema.safeParse(given);
      const found = parsed.success ? findPoison(parsed.data) : undefined;
      return found ? [`${path}: ${what} (${found})`] : [];
    });
    expect(through).toEqual([]);
  });

  test('what is refused is refused in words, and changes nothing', async () => {
    const { house, actor, input } = await stage(name);
    const refused = [...variants(schema, input), ...shapes].filter(
      ({ given }) => !schema.safeParse(given).success,
    );
    const before = await rowCounts(house);
    const faults = new Set<string>();
    for (const { what, path, given } of refused) {
      const problem = await problemOf(house, action, actor, given);
      if (!problem) faults.add(`${path}: ${what} was done`);
      else for (const fault of judgeProblem(house, problem)) faults.add(`${path}: ${what}: ${fault}`);
    }
    expect([...faults]).toEqual([]);
    expect(await rowCounts(house)).toEqual(before);
  });

  test('what is accepted breaks nothing', async () => {
    const { house, actor, input } = await stage(name);
    const accepted = variants(schema, input).filter(({ given }) => schema.safeParse(given).success);
    const faults = new Set<string>();
    for (const { what, path, given } of accepted) {
      const problem = await problemOf(house, action, await fresh(name, house, actor), given).catch(
        (error: unknown) => error,
      );
      if (problem instanceof Error)
        for (const fault of judgeProblem(house, problem)) faults.add(`${path}: ${what}: ${fault}`);
    }
    expect([...faults]).toEqual([]);
  });
});

/**
 * Fields that are compared, hashed or looked up and then forgotten: they may hold anything that the rule after the
 * schema refuses, as long as it does.
 */
const neverKept = new Set([
  'arrival.paper-sheet language',
  'arrival.ticket language',
  'centre.public language',
  'centre.set-settings values.x',
  'centre.set-switches lists.0.list',
  'centre.set-switches lists.0.off.0',
  'centre.set-switches lists.0.required.0',
  'client.find text',
  'client.list after',
  'recovery.confirm-sheet first',
  'recovery.confirm-sheet second',
  'session.begin code',
  'session.begin deviceToken',
  'session.begin email',
  'session.begin passphrase',
  'session.step-up code',
  'session.unlock passphrase',
  'setup.complete coordinator.code',
  'setup.finish first',
  'setup.finish second',
  'setup.finish setupCode',
  'setup.make-sheet setupCode',
  'setup.save-step setupCode',
  'staff.accept-invitation code',
  'staff.accept-invitation deviceToken',
  'staff.accept-invitation passphrase',
  'staff.accept-invitation token',
  'staff.change-passphrase current',
  'session.switch-centre passphrase',
  'session.switch-centre code',
]);

interface Variant {
  what: string;
  path: string;
  given: unknown;
}

/** Inputs that are none at all. */
const shapes: Variant[] = [undefined, null, 'text', 7, [], [[]], true].map((given) => ({
  what: 'no object',
  path: String(given),
  given,
}));

function variants(schema: Parameters<typeof fieldPaths>[0], input: object): Variant[] {
  return fieldPaths(schema, input).flatMap((path) =>
    hostileValues.map(({ what, value }) => ({
      what,
      path: path.join('.'),
      given: withField(input, path, value),
    })),
  );
}

/** Somebody who may, and something to do it to. */
async function stage(name: string): Promise<{ house: House; actor: Actor; input: Record<string, unknown> }> {
  const row = rowFor(name);
  const asker = askerOrder.find((each) => row.may[each]) ?? 'coordinator';
  const onSetup = asker === 'setup' && name.startsWith('setup.');
  const house = onSetup ? emptyHouse : world.house;
  const scene = scenes[name];
  if (!scene) throw new Error(`there is no scene for ${name}`);
  const actor = await fresh(name, world.house, world.askers[asker]);
  const input = await scene(world, actor, row.standing);
  return {
    house,
    actor: onSetup ? world.askers.setup : actor,
    input: onSetup && 'setupCode' in input ? { ...input, setupCode } : input,
  };
}

function rowFor(name: string): ExpectedRow {
  const rows = expected.filter((row) => row.action === name && Object.values(row.may).includes(true));
  const [row] = rows.sort((a, b) => standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing));
  if (!row) throw new Error(`nobody may ${name}`);
  return row;
}

/** Acts on one's own session end it: each gets one of its own. */
const fresh = (name: string, house: House, actor: Actor): Promise<Actor> | Actor =>
  name.startsWith('session.') && actor !== publicActor ? inFreshSession(house as TestHouse, actor) : actor;

async function problemOf(
  house: House,
  action: Action,
  actor: Actor,
  given: unknown,
): Promise<Error | undefined> {
  try {
    await (action.kind === 'operation'
      ? execute(house, action.operation, actor, given)
      : read(house, action.query, actor, given));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A clear answer: a problem under 500, in words of every language of staff, each field in words too. */
function judgeProblem(house: House, error: Error): string[] {
  if (!isProblem(error)) return [`broke: ${error.message.slice(0, 120)}`];
  if (error.status >= 500 || error.status < 400) return [`answered ${error.status} ${error.code}`];
  return staffLanguages.flatMap((language) => untranslated(house, language, error));
}

/** Codes whose words are the general ones on purpose. */
const general = new Set(['invalid', 'not-valid']);

function untranslated(house: House, language: string, problem: Problem): string[] {
  const words = (about: Problem) => describeProblem(house.translators, language, about, 'r');
  const { title, next, fields } = words(problem);
  const silence = words(new Problem('no-such-code', 400, { fields: [{ path: 'x', code: 'no-such-code' }] }));
  // What only the command line does says so in the command line's own words.
  const atConsole = house.translators.has(language, `cli:problem.${problem.code}.title`);
  const missing =
    !atConsole && (title === '' || title === silence.title || next === '')
      ? [`no words for ${problem.code} in ${language}`]
      : [];
  const silent = problem.fields.filter(
    ({ code }, at) => !general.has(code) && (fields[at]?.message ?? '') === silence.fields[0]?.message,
  );
  return [...missing, ...silent.map(({ code }) => `no words for the field's ${code} in ${language}`)];
}

async function rowCounts(house: House): Promise<Record<string, number>> {
  const admin = (house as TestHouse).admin;
  const { rows: tables } = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'serai' order by 1`,
  );
  const counts = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n from serai.${name}`)
    .join(' union all ');
  const { rows } = await admin.query<{ name: string; n: number }>(counts);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
