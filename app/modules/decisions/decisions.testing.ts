import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactView } from '#modules/facts/index.server.ts';
import { programDir } from '#platform/house.server.ts';

/** A fact of a test, as if somebody had confirmed it. */
export const testFact = (code: string, given: Partial<FactView> = {}): FactView => ({
  code,
  kind: 'rule',
  statement: `What ${code} says.`,
  statementLanguage: 'en',
  statementIsDraft: false,
  source: { title: `Source of ${code}`, date: '2025' },
  confidence: 'official',
  checkedOn: '2026-04-01',
  isOverdue: false,
  conflicts: [],
  version: 1,
  ...given,
});

type Stored = Omit<Partial<FactView>, 'conflicts'> & {
  code: string;
  conflictsWith?: { code: string; note: string }[];
};

/** The facts that a new centre finds, as they are read once they are published. */
export function starterFacts(...sets: string[]): Map<string, FactView> {
  const facts = sets.flatMap(
    (set) =>
      JSON.parse(readFileSync(join(programDir, `content/starter/facts/${set}.json`), 'utf8')) as Stored[],
  );
  return new Map(
    facts.map(({ conflictsWith, ...fact }) => [
      fact.code,
      testFact(fact.code, { ...fact, checkedOn: undefined, conflicts: conflictsWith ?? [] }),
    ]),
  );
}
