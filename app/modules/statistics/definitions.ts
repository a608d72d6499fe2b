/**
 * What each number counts, in words: `statistics:definition.<id>`. A change of what is counted is a new version, and its
 * wording says so: numbers of two versions are not compared.
 */
export interface Definition {
  id: DefinitionId;
  /** The number by which domain experts know it, where it has one. */
  indicator?: string;
  version: number;
  /** ISO day since which it is counted like this. */
  since: string;
}

export const definitionIds = [
  'contacts',
  'people',
  'firstTime',
  'anonymous',
  'online',
  'heads',
  'visits',
  'load',
] as const;
export type DefinitionId = (typeof definitionIds)[number];

const indicators: Partial<Record<DefinitionId, string>> = {
  contacts: 'I-02',
  people: 'I-01',
  anonymous: 'I-01',
  online: 'I-03',
  heads: 'I-06',
  visits: 'I-05',
};

export const definitions: readonly Definition[] = definitionIds.map((id) => ({
  id,
  ...(indicators[id] && { indicator: indicators[id] }),
  version: 1,
  since: '2026-01-01',
}));
