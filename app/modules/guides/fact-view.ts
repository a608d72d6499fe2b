import type { FactView } from '#modules/facts/index.server.ts';

/** A fact as it is published, with its sentence in every language it has. */
export type PublishedFact = Omit<
  FactView,
  'statement' | 'statementLanguage' | 'statementIsDraft' | 'conflicts' | 'isOverdue'
> & {
  id: string;
  statement: string;
  sentences: Map<string, { statement: string; ofVersion: number; isChecked: boolean }>;
};

export interface PublishedConflict {
  factId: string;
  otherId: string;
  note: string;
  notes: Readonly<Record<string, string>>;
}

/**
 * A fact for a reader of a language. A sentence older than the fact is still shown, as a draft: the value beside it is
 * the new one, and silence in one's own language would help nobody.
 */
export function factView(
  fact: PublishedFact,
  language: string,
  sourceLanguage: string,
  day: string,
  conflicts: readonly { code: string; note: string }[],
): FactView {
  const { id: _, sentences, statement, ...plain } = fact;
  const own = language === sourceLanguage ? undefined : sentences.get(language);
  return {
    ...plain,
    statement: own?.statement ?? statement,
    statementLanguage: own ? language : sourceLanguage,
    statementIsDraft: own !== undefined && (!own.isChecked || own.ofVersion < fact.version),
    isOverdue: fact.reviewDue !== undefined && fact.reviewDue < day,
    conflicts: [...conflicts],
  };
}
