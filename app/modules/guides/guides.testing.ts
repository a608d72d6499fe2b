import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { neutralityQuestions } from './guide-rules.ts';
import { addGuide } from './operations/add-guide.server.ts';
import { approveGuide } from './operations/approve-guide.server.ts';
import { publishGuide } from './operations/publish-guide.server.ts';
import { submitGuide } from './operations/submit-guide.server.ts';
import { translateGuide } from './operations/translate-guide.server.ts';

let made = 0;

/** A page about nothing in particular, as an author would type it. */
export const newGuide = (more: Record<string, unknown> = {}) => ({
  slug: `a-page-${(made += 1)}`,
  language: 'en',
  type: 'procedure',
  section: 'get_ready',
  stages: ['intending'],
  topics: ['contract_check'],
  title: 'Read it before you sign',
  summary: 'Take your time. You may stay, wait or go.',
  body: '## First\n\nRead every line.\n\n1. Ask for a copy.\n2. Ask us.',
  ...more,
});

/** A draft. */
export const addTestGuide = (house: TestHouse, author: StaffActor, more: Record<string, unknown> = {}) =>
  execute(house, addGuide, author, newGuide(more));

/** Written by one, checked and published by another, with translations given whole. */
export async function publishTestGuide(
  house: TestHouse,
  author: StaffActor,
  second: StaffActor,
  more: Record<string, unknown> = {},
  translations: Record<string, { title: string; summary: string; blocks: string[] }> = {},
) {
  const { pageId } = await addTestGuide(house, author, more);
  for (const [language, { blocks, ...texts }] of Object.entries(translations)) {
    await execute(house, translateGuide, author, {
      pageId,
      version: 1,
      language,
      textVersion: 0,
      ...texts,
      blocks: blocks.map((text) => ({ text, upToDate: true })),
    });
  }
  await execute(house, submitGuide, author, { pageId, version: 1, neutrality: [...neutralityQuestions] });
  await execute(house, approveGuide, second, { pageId, version: 2 });
  return execute(house, publishGuide, second, {
    pageId,
    version: 3,
    languages: Object.keys(translations),
    substance: true,
  });
}
