import { execute } from '#platform/operations/execute.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { makeKey } from '#modules/questions/operations/make-key.server.ts';
import { newQuestion, openTestIntake, shown, askTestQuestion } from '#modules/questions/questions.testing.ts';
import { receiptWords } from '#modules/questions/receipt-code.ts';
import { newReceipt, receiptKeys } from '#modules/questions/receipt-keys.server.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

/** Both centres can be asked. */
async function openBoth({ house, centre, other }: World): Promise<void> {
  for (const { centreId } of [centre, other]) {
    const { rowCount } = await house.admin.query(
      'select 1 from serai.intake_key where centre_id = $1 and retired_on is null',
      [centreId],
    );
    if (!rowCount) await openTestIntake(house, centreId);
  }
}

/**
 * A question of the centre that stands so. The public pages speak for the first centre only, so that one for the other
 * is asked there and moved.
 */
export async function makeQuestion(world: World, standing: Standing): Promise<string> {
  await openBoth(world);
  const { keys } = await askTestQuestion(world.house, { text: 'Zarghuna Otherwell asks' });
  const { rows } = await world.house.admin.query<{ id: string }>(
    'select id from serai.question where asker_recipient = $1',
    [keys.recipient],
  );
  const id = String(rows[0]?.id);
  if (standing === 'other-centre')
    for (const [table, column] of [
      ['question', 'id'],
      ['question_message', 'question_id'],
    ])
      await world.house.admin.query(`update serai.${table} set centre_id = $1 where ${column} = $2`, [
        world.other.centreId,
        id,
      ]);
  return id;
}

const ofQuestion =
  (more: object = {}, hasVersion = true): Scene =>
  async (world, _asker, standing) => ({
    questionId: await makeQuestion(world, standing),
    ...(hasVersion && { version: 1 }),
    ...more,
  });

const fresh = () => receiptKeys(receiptWords(newReceipt()).join(' '));

const ofReceipt =
  (more: object = {}): Scene =>
  async (world) => {
    await openBoth(world);
    const { keys } = await askTestQuestion(world.house);
    return { receipt: shown(keys), ...more };
  };

export const questionScenes: Record<string, Scene> = {
  'question.ask': async (world) => {
    await openBoth(world);
    return { ...newQuestion({ receipt: shown(await fresh()) }) };
  },
  'question.ask-again': ofReceipt({ text: 'and this?', after: 1 }),
  'question.delete': ofReceipt(),
  'question.own-thread': ofReceipt(),
  'question.list': () => ({}),
  'question.list-calls': () => ({}),
  'question.count': () => ({}),
  'question.view': ofQuestion({}, false),
  'question.assign': async (world, asker, standing) => ({
    ...(await ofQuestion()(world, asker, standing)),
    staffId: (standing === 'other-centre' ? world.stranger : world.maker).staffId,
  }),
  'question.answer': ofQuestion({ text: 'Like this.', topic: 'passport_withheld' }),
  'question.close': ofQuestion({ reason: 'spam' }),
  'question.open-task': ofQuestion(),
  'question.remind': ofQuestion({}, false),
  'question.expire': ofQuestion({}, false),
  'question.receive': async (world) => {
    const questionId = await makeQuestion(world, 'centre');
    const { rows } = await world.house.admin.query<{ seq: string }>(
      'select seq from serai.intake_log where question_id = $1',
      [questionId],
    );
    return { seq: Number(rows[0]?.seq) };
  },
  'intake-key.make': () => ({}),
  'intake-key.discard': async ({ house, centre, other }, _asker, standing) => {
    const job = await beginJob(house, (standing === 'other-centre' ? other : centre).centreId);
    const { keyId } = await execute(house, makeKey, job, {});
    await execute(house, makeKey, job, {});
    return { keyId };
  },
};
