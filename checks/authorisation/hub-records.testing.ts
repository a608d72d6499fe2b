import { randomUUID } from 'node:crypto';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { addTestFact } from '#modules/facts/facts.testing.ts';
import { testMp3 } from '#modules/guides/audio.testing.ts';
import { neutralityQuestions } from '#modules/guides/guide-rules.ts';
import { addTestGuide } from '#modules/guides/guides.testing.ts';
import { addAudio } from '#modules/guides/operations/add-audio.server.ts';
import { approveGuide } from '#modules/guides/operations/approve-guide.server.ts';
import { publishGuide } from '#modules/guides/operations/publish-guide.server.ts';
import { submitGuide } from '#modules/guides/operations/submit-guide.server.ts';
import { translateGuide } from '#modules/guides/operations/translate-guide.server.ts';
import type { Standing } from './expected-answers.ts';
import type { World } from './world.testing.ts';

/** Those who write and check in the centre that a record is of. */
const editorsOf = ({ keeper, maker, stranger }: World, standing: Standing) =>
  standing === 'other-centre' ? { author: stranger, second: stranger } : { author: maker, second: keeper };

/** A fact as somebody wrote it down. */
export async function makeFact(world: World, standing: Standing) {
  return addTestFact(world.house, editorsOf(world, standing).author);
}

/** A draft with a translation into Arabic and a recording in English. */
export async function makeDraft(world: World, standing: Standing) {
  const { author } = editorsOf(world, standing);
  const { pageId } = await addTestGuide(world.house, author, { body: 'One.' });
  await execute(world.house, translateGuide, author, {
    pageId,
    version: 1,
    language: 'ar',
    textVersion: 0,
    title: 'اقرأ',
    summary: 'خذ وقتك.',
    blocks: [{ text: 'واحد.', upToDate: true }],
  });
  const file = new UploadedFile(testMp3());
  await execute(world.house, addAudio, author, { pageId, language: 'en', file });
  return { pageId, version: 1 };
}

/** A page that has reached the legal check. */
export async function makeSubmitted(world: World, standing: Standing) {
  const { pageId, version } = await makeDraft(world, standing);
  const { author } = editorsOf(world, standing);
  const neutrality = [...neutralityQuestions];
  return execute(world.house, submitGuide, author, { pageId, version, neutrality });
}

/** A page that was out once. */
export async function makePublished(world: World, standing: Standing) {
  const { pageId, version } = await makeSubmitted(world, standing);
  const { second } = editorsOf(world, standing);
  await execute(world.house, approveGuide, second, { pageId, version });
  return execute(world.house, publishGuide, second, { pageId, version: version + 1 });
}

/** Something on the work list of the hub. */
export async function makeContentTask(world: World, standing: Standing): Promise<string> {
  const { author } = editorsOf(world, standing);
  const taskId = randomUUID();
  await world.house.admin.query(
    "insert into serai.content_task (id, centre_id, kind, opened_at) values ($1, $2, 'write', now())",
    [taskId, author.centre.id],
  );
  return taskId;
}
