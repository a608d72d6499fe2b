import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { createSetupCode } from '#modules/setup/index.server.ts';
import { allActions, type Action, nameOf } from '../all-actions.ts';
import { type Asker, askers, type ExpectedRow, readExpectedAnswers } from './expected-answers.ts';
import { rightfulAsker, scenes } from './scenes.testing.ts';
import { inFreshSession, openWorld, type World } from './world.testing.ts';

const actions = await allActions(resolve(import.meta.dirname, '../..'));
const byName = new Map(actions.map((action) => [nameOf(action), action]));
const expected = readExpectedAnswers();
const rowsOf = Map.groupBy(expected, (row) => row.action);

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

test('the table and the program know the same acts', () => {
  expect([...rowsOf.keys()].sort()).toEqual([...byName.keys()].sort());
  expect(Object.keys(scenes).sort()).toEqual([...byName.keys()].sort());
});

describe.each([...byName.keys()].sort())('%s', (name) => {
  const action = byName.get(name);
  test.each(rowsOf.get(name) ?? [])('$standing', async (row) => {
    if (!action) throw new Error(`${name} is in the table only`);
    const answers = Object.fromEntries(
      await inTurn(askers, async (asker) => [asker, await answerTo(action, row, asker)] as const),
    );
    expect(answers).toEqual(
      Object.fromEntries(askers.map((asker) => [asker, row.may[asker] ? 'yes' : 'no'])),
    );
    expect(await sceneAnswer(action, row)).toBe('yes');
  });
});

/** What is refused to all must be there for whoever it belongs to: otherwise the refusals say nothing. */
async function sceneAnswer(action: Action, row: ExpectedRow): Promise<string> {
  const name = nameOf(action);
  const owner = rightfulAsker(world, name, row.standing);
  const closed = row.standing === 'restricted';
  const ownRow = rowsOf.get(name)?.find(({ standing }) => standing === (closed ? 'reader' : 'centre'));
  if (!owner || !ownRow?.may[closed ? 'counsellor' : 'coordinator']) return 'yes';
  return outcome(world.house, action, owner, await sceneOf(action, row, world.askers.counsellor));
}

async function answerTo(action: Action, row: ExpectedRow, asker: Asker): Promise<string> {
  const onSetup = asker === 'setup' && nameOf(action).startsWith('setup.');
  const house = onSetup ? emptyHouse : world.house;
  const actor =
    row.standing === 'self' ? await inFreshSession(house, world.askers[asker]) : world.askers[asker];
  const input = await sceneOf(action, row, actor);
  return outcome(house, action, actor, onSetup && 'setupCode' in input ? { ...input, setupCode } : input);
}

/** The act's input, which must be one that the act can read: otherwise a refusal would say nothing. */
async function sceneOf(action: Action, row: ExpectedRow, asker: Actor): Promise<Record<string, unknown>> {
  const scene = scenes[nameOf(action)];
  if (!scene) throw new Error(`there is no scene for ${nameOf(action)}`);
  const input = await scene(world, asker, row.standing);
  const schema = action.kind === 'operation' ? action.operation.input : action.query.params;
  expect(schema.safeParse(input).error?.issues).toBeUndefined();
  return input;
}

/** `yes` when it was allowed, whatever rule stopped it afterwards; `no` when it was refused or could not be found. */
async function outcome(house: House, action: Action, actor: Actor, input: object): Promise<string> {
  try {
    await (action.kind === 'operation'
      ? execute(house, action.operation, actor, input)
      : read(house, action.query, actor, input));
    return 'yes';
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) return `broke: ${String(error)}`;
    // Out of reach, in words that say whom to ask and not which file it is.
    const refused = ['forbidden', 'not-found', 'duplicates.ask-supervisor'];
    return refused.includes(error.code) ? 'no' : 'yes';
  }
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
