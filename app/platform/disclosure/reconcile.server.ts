import { createModel, loadSolver } from './linear-solver.server.ts';
import {
  anyNumber,
  type Bounds,
  boundsOf,
  breaksKnown,
  componentsOf,
  type Fact,
  type LinearSystem,
  type Relation,
} from './linear-system.ts';

/** A number that cannot be true together with the others: by how much it would have to differ. */
export interface Shift {
  fact: Fact;
  by: number;
}

export interface Reconciled {
  /** What is left when the fewest numbers are given up. */
  system: LinearSystem;
  bounds: Bounds;
  /** What was given up. Empty where all numbers can be true at once. */
  shifts: Shift[];
}

/**
 * Records are corrected and entered late, so numbers that left on different days may contradict each other. Gives up as
 * little as can be: beliefs first, then the numbers of tables with little weight. This is also how somebody outside would
 * read them.
 * @param weigh how much a table's numbers are believed, by the table's place in the list
 */
export async function reconcile(system: LinearSystem, weigh: (table: number) => number): Promise<Reconciled> {
  const bounds = boundsOf(system);
  if (!bounds.contradiction && !breaksKnown(system, bounds) && (await isPossible(system, bounds)))
    return { system, bounds, shifts: [] };
  return giveUpLeast(system, weigh);
}

async function isPossible(system: LinearSystem, bounds: Bounds): Promise<boolean> {
  const highs = await loadSolver();
  for (const { variables, relations } of componentsOf(system, bounds)) {
    const model = createModel(highs, variables, relations, bounds);
    try {
      model.run();
      if (model.getModelStatus() === highs.constants.modelStatus.infeasible) return false;
    } finally {
      model.dispose();
    }
  }
  return true;
}

/** Each number may differ at a price; the cheapest set of differences that lets everything else hold. */
async function giveUpLeast(system: LinearSystem, weigh: (table: number) => number): Promise<Reconciled> {
  const highs = await loadSolver();
  const low: number[] = system.variables.map(() => 0);
  const high: number[] = system.variables.map(() => anyNumber);
  const costs: number[] = system.variables.map(() => 0);
  const slack = (cost: number) => {
    low.push(0);
    high.push(anyNumber);
    costs.push(cost);
    return costs.length - 1;
  };
  const relations: Relation[] = [];
  const softSlack = new Map<Relation, number>();
  for (const relation of system.relations) {
    if (!relation.soft) {
      relations.push(relation);
      continue;
    }
    const room = slack(softPrice);
    softSlack.set(relation, room);
    relations.push({ ...relation, terms: [...relation.terms, [room, -1]] });
  }
  const factSlack = system.facts.map((fact) => {
    const less = slack(weigh(fact.table));
    if (fact.n === null) {
      relations.push({
        terms: [
          [fact.variable, 1],
          [less, 1],
        ],
        low: 1,
        high: anyNumber,
      });
      return { less, more: undefined };
    }
    const more = slack(weigh(fact.table));
    relations.push({
      terms: [
        [fact.variable, 1],
        [less, 1],
        [more, -1],
      ],
      low: fact.n,
      high: fact.n,
    });
    return { less, more };
  });
  const columns = costs.map((_, index) => index);
  const model = createModel(
    highs,
    columns,
    relations,
    { low: Float64Array.from(low), high: Float64Array.from(high) },
    costs,
  );
  try {
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error(`the solver stopped with status ${model.getModelStatus()}`);
    const { colValue } = model.getSolution();
    const value = (column: number | undefined) =>
      column === undefined ? 0 : Math.round(colValue[column] ?? 0);
    const shifts = system.facts.flatMap((fact, index) => {
      const by = value(factSlack[index]?.more) - value(factSlack[index]?.less);
      return by === 0 ? [] : [{ fact, by }];
    });
    const givenUp = new Set(shifts.map(({ fact }) => fact));
    const left: LinearSystem = {
      ...system,
      relations: system.relations.filter((relation) => value(softSlack.get(relation)) === 0),
      facts: system.facts.filter((fact) => !givenUp.has(fact)),
    };
    return { system: left, bounds: boundsOf(left), shifts };
  } finally {
    model.dispose();
  }
}

const softPrice = 0.001;
