import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identitiesOfHouse } from '#modules/clients/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { type Action, allActions, nameOf } from '../all-actions.ts';
import { type Asker, askers, readExpectedAnswers, type Standing } from '../authorisation/expected-answers.ts';
import { scenes } from '../authorisation/scenes.testing.ts';
import { openWorld, type World } from '../authorisation/world.testing.ts';

// An answer is what a query gives back. With personal data in it, it leaves exactly one row, written before it is given;
// without, none. Every query of the house is asked here by whoever may.
const actions = await allActions(resolve(import.meta.dirname, '../..'));
const queries = actions.filter(
  (action): action is Extract<Action, { kind: 'query' }> => action.kind === 'query',
);
const expected = readExpectedAnswers();
/** One's own scratch paper, never anybody else's; and the asker's own question without a name. */
const ownPaper = new Set(['draft.open', 'question.own-thread']);

const answered = new Map<string, boolean>();
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.house.close());

const rows = async (): Promise<{ action: string; result: string }[]> =>
  (await world.house.admin.query('select action, result from serai.audit_event order by at, seq')).rows;

/** Words of the names of everybody in the house that an answer holds. */
async function namesIn(answer: unknown): Promise<string[]> {
  const { rows: people } = await world.house.admin.query('select client_id from serai.client_identity');
  const identities = await identitiesOfHouse(
    world.house,
    people.map(({ client_id }) => client_id),
  );
  const text = JSON.stringify(answer) ?? '';
  const words = [...identities.values()].flatMap(({ names }) =>
    names.flatMap(({ given, family }) => [given, family].flatMap((name) => name?.split(/\s+/) ?? [])),
  );
  return [...new Set(words)].filter((word) => word.length > 5 && text.includes(word));
}

/** Asks as somebody who may, in whichever relation that is; undefined where the scene leads to a rule that stops it. */
async function askRightfully(action: Extract<Action, { kind: 'query' }>) {
  const name = nameOf(action);
  for (const row of expected.filter((each) => each.action === name)) {
    for (const asker of askers.filter((each) => row.may[each])) {
      const answer = await askOnce(action, asker, row.standing);
      if (answer) return answer;
    }
  }
  return undefined;
}

async function askOnce(action: Extract<Action, { kind: 'query' }>, asker: Asker, standing: Standing) {
  const actor: Actor = world.askers[asker];
  const input = await scenes[nameOf(action)]?.(world, actor, standing);
  const before = (await rows()).length;
  try {
    const answer = await read(world.house, action.query, actor, input);
    return { answer, added: (await rows()).slice(before), asker };
  } catch (error) {
    if (isProblem(error) && error.status < 500) return undefined;
    throw error;
  }
}

describe('one answer, one row', () => {
  test.each(queries.map(nameOf))('%s', async (name) => {
    const action = queries.find((each) => nameOf(each) === name);
    if (!action) throw new Error(`there is no query ${name}`);
    const asked = await askRightfully(action);
    answered.set(name, asked !== undefined);
    if (!asked) return;
    const own = asked.added.filter((row) => row.action === name);
    expect(own).toEqual(action.query.audit === 'viewed' ? [{ action: name, result: 'viewed' }] : []);
    const mayName = action.query.audit === 'viewed' || ownPaper.has(name);
    expect([name, mayName ? [] : await namesIn(asked.answer)]).toEqual([name, []]);
  });
});

test('every query that has a scene was answered once, so that the rest says something', () => {
  const unanswered = [...answered].filter(([name, found]) => !found && scenes[name]).map(([name]) => name);
  expect(unanswered).toEqual([]);
});

test('a query that shows people without a row would be seen: the test of the test', async () => {
  const action = queries.find((each) => nameOf(each) === 'client.view');
  if (!action) throw new Error('there is no such query');
  const silent = { ...action, query: { ...action.query, audit: 'none' as const } };
  const asked = await askRightfully(silent);
  expect(asked?.added).toEqual([]);
  expect(await namesIn(asked?.answer)).not.toEqual([]);
});

test('where the row cannot be written, no query gives an answer, and nothing is done', async () => {
  const { house, askers: all } = world;
  const asked = queries.filter(({ query }) => query.audit === 'viewed');
  const inputs = new Map<string, unknown>();
  for (const { query } of asked)
    inputs.set(query.name, await scenes[query.name]?.(world, all.coordinator, 'centre'));
  await house.admin.query('revoke insert on serai.audit_event from serai_audit, serai_app, serai_auth');
  try {
    for (const { query } of asked) {
      const answer = await read(house, query, all.coordinator, inputs.get(query.name)).catch(
        (error: unknown) => error,
      );
      // Refused, out of reach or malformed as ever; never an answer.
      expect([query.name, isProblem(answer)]).toEqual([query.name, true]);
    }
    const { query } = asked.find(({ query: { name } }) => name === 'client.list') ?? { query: undefined };
    if (!query) throw new Error('there is no list');
    await expect(read(house, query, all.coordinator, {})).rejects.toMatchObject({
      code: 'audit.unwritten',
      status: 503,
    });
  } finally {
    await house.admin.query('grant insert on serai.audit_event to serai_audit, serai_app, serai_auth');
  }
});
