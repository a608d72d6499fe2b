import { protectTables } from '#platform/disclosure/protect-tables.server.ts';
import { randomCentre, seeded } from '#platform/disclosure/random-centre.testing.ts';
import { asReleased, type ReleasedTable } from '#platform/disclosure/released-table.ts';
import { isTooNarrow, solveFor } from '#platform/disclosure/solve-for.server.ts';
import { type Figure, figure } from './bench-figure.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';

const thresholds = { internal: 5, public: 11 };

/** A year of a centre as it is released: each month, each quarter after its months, then the attacker on all of it. */
export const disclosurePart: BenchPart = { name: 'disclosure', steps: [measure] };

async function measure({ small, say }: StepGiven): Promise<Figure[]> {
  const months = small ? 3 : 12;
  const centre = randomCentre(
    seeded(7),
    small ? { people: 200, visits: 600 } : { people: 2_000, visits: 9_000 },
  );
  const firstOf = (month: number) =>
    month > 12 ? '2027-01-01' : `2026-${String(month).padStart(2, '0')}-01`;
  const log: ReleasedTable[] = [];
  const release = async (from: number, to: number): Promise<number> => {
    const rule = {
      scope: { centreId: 'c', siteId: null, first: firstOf(from), next: firstOf(to) },
      audience: 'internal' as const,
      thresholds,
    };
    const counts = centre.count(rule.scope);
    const began = performance.now();
    const { tables } = await protectTables(counts, rule, log);
    log.push(...asReleased(tables, rule));
    return (performance.now() - began) / 1000;
  };
  // The solver is loaded once in the life of a process.
  await solveFor([]);
  const monthly: number[] = [];
  const quarterly: number[] = [];
  for (let month = 1; month <= months; month += 1) {
    monthly.push(await release(month, month + 1));
    if (month % 3 === 0) quarterly.push(await release(month - 2, month + 1));
    say(`month ${month}`);
  }
  const began = performance.now();
  const solved = await solveFor(log);
  const seconds = (performance.now() - began) / 1000;
  const broken = solved.filter((cell) => isTooNarrow(cell, thresholds.internal)).length;
  return [
    figure({ name: 'protect a month, slowest of a year', value: Math.max(...monthly), unit: 's', aim: 5 }),
    figure({
      name: 'protect a quarter whose months are out, slowest',
      value: Math.max(...quarterly),
      unit: 's',
      aim: 10,
    }),
    figure({
      name: 'hidden numbers of the year that are too well known',
      value: broken,
      unit: 'numbers',
      aim: 0,
      note: `of ${solved.length}; the attack took ${seconds.toFixed(1)} s`,
    }),
  ];
}
