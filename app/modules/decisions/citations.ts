import type { FactView } from '#modules/facts/index.server.ts';
import type { Source } from './decision-result.ts';
import type { Basis } from './ruleset.ts';

export type FactLookup = (code: string) => FactView | undefined;

/** Collects what a result rests on, each source once, in the order in which it was first needed. */
export interface Citations {
  /** Ids of the sources there are. None: nothing backs the rule today, and it may not be held against a plan. */
  cite(ruleId: string, basis: Basis): string[];
  fact(code: string): FactView | undefined;
  sources(): Source[];
  versions(): Record<string, number>;
  /** Facts that do not agree with another one. */
  disputed(): string[];
}

export function collectCitations(facts: FactLookup): Citations {
  const found = new Map<string, Source>();
  const versions: Record<string, number> = {};

  function factOf(code: string): FactView | undefined {
    const fact = facts(code);
    if (!fact) return undefined;
    if (!found.has(code)) found.set(code, sourceOf(fact));
    versions[code] = fact.version;
    return fact;
  }

  return {
    fact: factOf,
    cite(ruleId, basis) {
      const ids = basis.facts.filter((code) => factOf(code) !== undefined);
      if (basis.source) {
        if (!found.has(ruleId)) {
          const own = { ...basis.source, id: ruleId, kind: 'source' as const };
          found.set(ruleId, { ...own, isChecked: false, isOverdue: false, conflicts: [] });
        }
        ids.push(ruleId);
      }
      if (ids.length === 0 && basis.caution) {
        if (!found.has('caution')) found.set('caution', caution);
        ids.push('caution');
      }
      return ids;
    },
    sources: () => [...found.values()],
    versions: () => versions,
    disputed: () => [...found.values()].filter(({ conflicts }) => conflicts.length > 0).map(({ id }) => id),
  };
}

const caution: Source = {
  id: 'caution',
  kind: 'caution',
  title: '',
  date: '',
  isChecked: false,
  isOverdue: false,
  conflicts: [],
};

const sourceOf = (fact: FactView): Source => ({
  id: fact.code,
  kind: 'fact',
  title: fact.source.title,
  ...(fact.source.url && { url: fact.source.url }),
  date: fact.source.date,
  statement: fact.statement,
  statementLanguage: fact.statementLanguage,
  ...(fact.value !== undefined && { value: fact.value }),
  ...(fact.valueTo !== undefined && { valueTo: fact.valueTo }),
  ...(fact.unit !== undefined && { unit: fact.unit }),
  confidence: fact.confidence,
  isChecked: fact.checkedOn !== undefined && !fact.isOverdue,
  isOverdue: fact.isOverdue,
  conflicts: fact.conflicts.map(({ note }) => note).filter((note) => note !== ''),
});
