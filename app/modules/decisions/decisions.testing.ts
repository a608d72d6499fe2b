import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteConflict } from '#modules/facts/operations/note-conflict.server.ts';
import { addFact } from '#modules/facts/operations/add-fact.server.ts';
import type { FactView } from '#modules/facts/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
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

/** Writes the starter facts into a centre, as somebody of the centre would. */
export async function addStarterFacts(
  house: TestHouse,
  author: StaffActor,
  ...sets: string[]
): Promise<void> {
  const facts = starterFacts(...sets);
  const ids = new Map<string, string>();
  for (const fact of facts.values()) {
    const { code, kind, statement, value, valueTo, unit, text, country, sector, sex, confidence } = fact;
    const { corridorFrom, corridorTo, costItem, payer, route, source } = fact;
    const { factId } = await execute(house, addFact, author, {
      code,
      kind,
      statement,
      value,
      valueTo,
      unit,
      text,
      country,
      sector,
      sex,
      confidence,
      corridorFrom,
      corridorTo,
      costItem,
      payer,
      route,
      sourceTitle: source.title,
      sourceUrl: source.url,
      sourceDate: source.date,
    });
    ids.set(code, factId);
  }
  for (const { code, conflicts } of facts.values())
    for (const { code: otherCode, note } of conflicts)
      await execute(house, noteConflict, author, { factId: ids.get(code), otherCode, note });
}
