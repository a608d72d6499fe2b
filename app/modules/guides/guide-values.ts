import type { GuidePageRow, GuideTextRow } from './guide.tables.server.ts';

/** A page and its source text as the fields of their form; what is not said is left out. */
export function guideValues(
  page: GuidePageRow,
  source: Pick<GuideTextRow, 'title' | 'summary' | 'body'>,
): Record<string, string | string[]> {
  const fields: Record<string, string | string[] | null> = {
    title: source.title,
    summary: source.summary,
    body: source.body,
    type: page.type,
    section: page.section,
    corridorFrom: page.corridor_from,
    corridorTo: page.corridor_to,
    country: page.country,
    purpose: page.purpose,
    sector: page.sector,
    stages: page.stages,
    topics: page.topics,
    riskClass: page.risk_class,
    pictogram: page.pictogram,
    place: String(page.place),
    startsOn: page.starts_on,
    endsOn: page.ends_on,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string | string[]] =>
        entry[1] !== null && entry[1] !== '' && entry[1].length > 0,
    ),
  );
}
