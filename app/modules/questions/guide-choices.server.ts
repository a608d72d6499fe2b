import { publishedSite, textFor } from '#modules/guides/index.server.ts';
import { topic as topics } from '#platform/code-lists/topic-list.ts';
import type { House } from '#platform/house.server.ts';

export interface GuideChoice {
  id: string;
  title: string;
  section: string;
  /** About what was asked: offered first. */
  isNear: boolean;
}

/** Published pages that an answer may lead to, titles in the colleague's language. */
export async function guideChoices(house: House, asked: string, language: string): Promise<GuideChoice[]> {
  const site = await publishedSite(house);
  const t = house.translators.for(language, 'site');
  return (site?.pages ?? []).map((page) => ({
    id: page.id,
    title: textFor(page, language).title,
    section: t(`section.${page.section}`),
    isNear: page.topics.some((code) => groupOf(code) === asked),
  }));
}

const groupOf = (code: string): string | undefined =>
  topics.codes.some((each) => each === code) ? topics.group(code as never) : undefined;
