/** `low ≤ Σ coefficient · variable ≤ high`. */
export interface Relation {
  terms: readonly (readonly [variable: number, coefficient: number])[];
  low: number;
  high: number;
  /** Believed rather than known: given up first where numbers contradict each other. */
  soft?: true;
}

/** A cell of a released table, said of a variable: its value, or that it was hidden and so is at least 1. */
export interface Fact {
  variable: number;
  n: number | null;
  /** Which of the given tables says so. */
  table: number;
}

/** What can be known about the counts of a centre: unknown whole numbers, none below 0, and what ties them together. */
export interface LinearSystem {
  variables: string[];
  relations: Relation[];
  facts: Fact[];
  /** Numbers that no table shows and that could be worked out from those that do: a month between two released ones. */
  implied: number[];
}

export interface Bounds {
  low: Float64Array;
  high: Float64Array;
}

/** Beyond any count of a centre: stands for "any number" so that every question has an answer. */
export const anyNumber = 10_000_000;

/** What the facts say of each variable by itself. `contradiction`: two tables show different numbers for the same thing. */
export function boundsOf(
  system: LinearSystem,
  facts: readonly Fact[] = system.facts,
): Bounds & { contradiction: boolean } {
  const low = new Float64Array(system.variables.length);
  const high = new Float64Array(system.variables.length).fill(anyNumber);
  let contradiction = false;
  for (const { variable, n } of facts) {
    low[variable] = Math.max(low[variable] ?? 0, n ?? 1);
    if (n !== null) high[variable] = Math.min(high[variable] ?? n, n);
    if ((low[variable] ?? 0) > (high[variable] ?? 0)) contradiction = true;
  }
  return { low, high, contradiction };
}

/** Unknowns that hang together through relations, with everything known that stands beside them. */
export interface Component {
  unknown: number[];
  /** Unknown and known, in the order of the columns to solve. */
  variables: number[];
  relations: Relation[];
}

/**
 * Divides the system into parts that can be solved one by one: numbers that are known do not carry anything from one part
 * to another.
 */
export function componentsOf(system: LinearSystem, { low, high }: Bounds): Component[] {
  const parent = Int32Array.from(system.variables, (_, index) => index);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    parent[at] = top;
    return top;
  };
  const isKnown = (variable: number) => low[variable] === high[variable];
  for (const { terms } of system.relations) {
    let first: number | undefined;
    for (const [variable] of terms) {
      if (isKnown(variable)) continue;
      if (first === undefined) first = root(variable);
      else parent[root(variable)] = first;
    }
  }
  const parts = new Map<number, { unknown: number[]; known: Set<number>; relations: Relation[] }>();
  const partOf = (variable: number) => {
    const at = root(variable);
    const found = parts.get(at) ?? { unknown: [], known: new Set<number>(), relations: [] };
    parts.set(at, found);
    return found;
  };
  system.variables.forEach((_, variable) => {
    if (!isKnown(variable)) partOf(variable).unknown.push(variable);
  });
  for (const relation of system.relations) {
    const unknown = relation.terms.find(([variable]) => !isKnown(variable));
    if (!unknown) continue;
    const part = partOf(unknown[0]);
    part.relations.push(relation);
    for (const [variable] of relation.terms) if (isKnown(variable)) part.known.add(variable);
  }
  return [...parts.values()].map(({ unknown, known, relations }) => ({
    unknown,
    variables: [...unknown, ...known],
    relations,
  }));
}

/** Is there a relation among known numbers alone that does not hold? */
export function breaksKnown(system: LinearSystem, { low, high }: Bounds): boolean {
  return system.relations.some((relation) => {
    let sum = 0;
    for (const [variable, coefficient] of relation.terms) {
      if (low[variable] !== high[variable]) return false;
      sum += coefficient * (low[variable] ?? 0);
    }
    return sum < relation.low || sum > relation.high;
  });
}
