import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { type Action, allActions, nameOf } from '../all-actions.ts';
import { askers, readExpectedAnswers } from './expected-answers.ts';
import { scenes } from './scenes.testing.ts';
import { inFreshSession, openWorld, type World } from './world.testing.ts';

const actions = await allActions(resolve(import.meta.dirname, '../..'));
const listed = readFileSync(resolve(import.meta.dirname, '../fresh-proof.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const rows = readExpectedAnswers();

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.house.close());

test('the list is in order and names acts that there are', () => {
  expect(listed).toEqual([...listed].sort());
  expect(listed.filter((name) => !actions.some((action) => nameOf(action) === name))).toEqual([]);
});

test('of all acts exactly the listed ones ask for a fresh proof', async () => {
  const asking: string[] = [];
  for (const action of actions) if ((await answerTo(action, undefined)) === asks) asking.push(nameOf(action));
  expect(asking.sort()).toEqual(listed);
});

test('planted: with a proof of this minute none of them asks, so it is the proof that they look at', async () => {
  const asking: string[] = [];
  for (const action of actions.filter((each) => listed.includes(nameOf(each))))
    if ((await answerTo(action, world.house.clock.now())) === asks) asking.push(nameOf(action));
  expect(asking).toEqual([]);
});

const asks = 'step-up.required';

/** What somebody who may do it hears, at a screen with this last proof. */
async function answerTo(action: Action, steppedUpAt: Date | undefined): Promise<string> {
  const name = nameOf(action);
  const scene = scenes[name];
  const row = rows.find((each) => each.action === name && Object.values(each.may).includes(true));
  const who = row && askers.find((asker) => row.may[asker] && isStaff(world.askers[asker]));
  if (!scene || !row || !who) return 'nobody of staff may';
  const fresh = await inFreshSession(world.house, world.askers[who]);
  if (!isStaff(fresh)) throw new Error(`${who} is nobody of staff`);
  const actor: StaffActor = { ...fresh, steppedUpAt };
  const input = await scene(world, actor, row.standing);
  try {
    await (action.kind === 'operation'
      ? execute(world.house, action.operation, actor, input)
      : read(world.house, action.query, actor, input));
    return 'done';
  } catch (error) {
    if (!isProblem(error)) throw error;
    return error.code;
  }
}
