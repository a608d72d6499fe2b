import type { Transaction } from 'kysely';
import { Problem, versionConflict } from '#platform/problem.ts';
import type { RiskClass } from './guide.ts';
import type { GuideAbout } from './guide.schemas.ts';
import {
  aboutNames,
  type GuidePageRow,
  type GuideState,
  type GuideTables,
  type GuideTextRow,
} from './guide.tables.server.ts';

/** The page, locked; undefined when it is not of the actor's centre. */
export const lockGuide = (tx: Transaction<GuideTables>, pageId: string): Promise<GuidePageRow | undefined> =>
  tx.selectFrom('guide_page').selectAll().where('id', '=', pageId).forUpdate().executeTakeFirst();

/** @throws Problem `guide.archived`, `conflict.version`, `guide.wrong-state` */
export function requireGuide(page: GuidePageRow, version: number, states?: readonly GuideState[]): void {
  if (page.archived_at) throw new Problem('guide.archived', 409);
  if (page.version !== version) throw versionConflict();
  if (states && !states.includes(page.state)) throw new Problem('guide.wrong-state', 409);
}

export const textsOf = (tx: Transaction<GuideTables>, pageId: string): Promise<GuideTextRow[]> =>
  tx.selectFrom('guide_text').selectAll().where('page_id', '=', pageId).orderBy('language').execute();

/** @throws when a page has no text in its source language, which no operation leaves behind */
export function sourceText(page: GuidePageRow, texts: readonly GuideTextRow[]): GuideTextRow {
  const source = texts.find(({ language }) => language === page.source_language);
  if (!source) throw new Error(`page ${page.slug} has no source text`);
  return source;
}

/** What a page is about, as columns. */
export const aboutColumns = (about: GuideAbout) => ({
  type: about.type,
  section: about.section,
  corridor_from: about.corridorFrom ?? null,
  corridor_to: about.corridorTo ?? null,
  country: about.country ?? null,
  purpose: about.purpose ?? null,
  sector: about.sector ?? null,
  stages: about.stages,
  topics: about.topics,
  risk_class: about.riskClass,
  pictogram: about.pictogram ?? null,
  place: about.place,
  starts_on: about.startsOn ?? null,
  ends_on: about.endsOn ?? null,
});

/** About danger: now, or as readers have it, so that the stricter rule is not written away with the page. */
export const riskOf = ({ risk_class, published_about }: GuidePageRow): RiskClass =>
  published_about?.risk_class === 'risk' ? 'risk' : risk_class;

/** What the page is about now, to be kept as what readers have. */
export const aboutNow = (page: GuidePageRow): string =>
  JSON.stringify(Object.fromEntries(aboutNames.map((name) => [name, page[name]])));
