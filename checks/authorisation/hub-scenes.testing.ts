import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { changedFact, newFact } from '#modules/facts/facts.testing.ts';
import { noteConflict } from '#modules/facts/operations/note-conflict.server.ts';
import { testMp3 } from '#modules/guides/audio.testing.ts';
import { neutralityQuestions } from '#modules/guides/guide-rules.ts';
import { newGuide } from '#modules/guides/guides.testing.ts';
import { archiveGuide } from '#modules/guides/operations/archive-guide.server.ts';
import { makeContentTask, makeDraft, makeFact, makePublished, makeSubmitted } from './hub-records.testing.ts';
import type { Standing } from './expected-answers.ts';
import type { World } from './world.testing.ts';
import type { Scene } from './scenes.testing.ts';

const plain = () => ({});
const ofFact =
  (more: object = {}): Scene =>
  async (world, _asker, standing) => ({
    factId: (await makeFact(world, standing)).factId,
    version: 1,
    ...more,
  });
const ofPage =
  (
    make: (world: World, standing: Standing) => Promise<{ pageId: string; version: number }>,
    more: object = {},
  ): Scene =>
  async (world, _asker, standing) => {
    const { pageId, version } = await make(world, standing);
    return { pageId, version, ...more };
  };

/** Facts and pages of the information hub. */
export const hubScenes: Record<string, Scene> = {
  'content-task.close': async (world, _asker, standing) => ({
    taskId: await makeContentTask(world, standing),
  }),
  'content-task.list': plain,
  'fact.add': () => newFact({ code: `a-${crypto.randomUUID().slice(0, 8)}` }),
  'fact.change': async (world, _asker, standing) => changedFact(await makeFact(world, standing)),
  'fact.confirm': ofFact(),
  'fact.list': plain,
  'fact.note-conflict': async (world, _asker, standing) => ({
    factId: (await makeFact(world, standing)).factId,
    otherCode: (await makeFact(world, standing)).code,
    note: 'for the test',
  }),
  'fact.retire': ofFact({ reason: 'for the test' }),
  'fact.settle-conflict': async (world, _asker, standing) => {
    const [one, other] = [await makeFact(world, standing), await makeFact(world, standing)];
    const by = standing === 'other-centre' ? world.stranger : world.maker;
    await execute(world.house, noteConflict, by, {
      factId: one.factId,
      otherCode: other.code,
      note: 'for the test',
    });
    return { factId: one.factId, otherId: other.factId };
  },
  'fact.translate': ofFact({ language: 'ar', statement: 'رسم المكتب.' }),
  'fact.view': async (world, _asker, standing) => ({ factId: (await makeFact(world, standing)).factId }),
  'guide.add': () => newGuide(),
  'guide.add-audio': async (world, _asker, standing) => ({
    pageId: (await makeDraft(world, standing)).pageId,
    language: 'ar',
    file: new UploadedFile(testMp3()),
  }),
  'guide.approve': ofPage(makeSubmitted),
  'guide.archive': ofPage(makePublished, { reason: 'for the test' }),
  'guide.audio': async (world, _asker, standing) => ({
    // Everybody hears what is out; of another centre, staff find only their own.
    pageId: (await (standing === 'centre' ? makePublished : makeDraft)(world, standing)).pageId,
    language: 'en',
  }),
  'guide.bring-starter': plain,
  'guide.check-translation': ofPage(makeDraft, { language: 'ar', textVersion: 1 }),
  'guide.edit': async (world, _asker, standing) => ({
    ...newGuide(),
    ...(await makeDraft(world, standing)),
  }),
  'guide.list': plain,
  'guide.publish': ofPage(makePublished, { languages: ['ar'] }),
  'guide.published': () => ({ after: 0 }),
  'guide.remove-audio': async (world, _asker, standing) => ({
    pageId: (await makeDraft(world, standing)).pageId,
    language: 'en',
  }),
  'guide.reopen': async (world, _asker, standing) => {
    const { pageId, version } = await makeDraft(world, standing);
    const by = standing === 'other-centre' ? world.stranger : world.keeper;
    return execute(world.house, archiveGuide, by, { pageId, version, reason: 'for the test' });
  },
  'guide.return': ofPage(makeSubmitted, { note: 'for the test' }),
  'guide.review': ofPage(makePublished),
  'guide.revision': plain,
  'guide.submit': ofPage(makeDraft, { neutrality: [...neutralityQuestions] }),
  'guide.translate': ofPage(makeDraft, {
    language: 'ur',
    textVersion: 0,
    title: 'پڑھیں',
    summary: 'وقت لیں۔',
    blocks: [{ text: 'ایک۔' }],
  }),
  'guide.view': async (world, _asker, standing) => ({ pageId: (await makeDraft(world, standing)).pageId }),
  'guide.view-version': async (world, _asker, standing) => ({
    pageId: (await makePublished(world, standing)).pageId,
    version: 1,
  }),
};
