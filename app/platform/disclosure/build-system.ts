import type { CountUnit } from './count-table.ts';
import { anyNumber, type Fact, type LinearSystem, type Relation } from './linear-system.ts';
import { coversOf, distinctSpans, largestInside, piecesOf, sameSpan, type Span, within } from './periods.ts';
import type { ReleasedTable } from './released-table.ts';

/** The whole centre among the places; the contacts of it that belong to no site with numbers of its own. */
const wholeCentre = '';
const restOfCentre = '*';
const siteDimension = 'site';
export const totalCode = 'total';

/** Units whose numbers add up over periods and over sites. People are counted once a period: they only lie between. */
const addOverTime: readonly CountUnit[] = ['contacts', 'heads', 'registrations', 'first_time_people'];
const addOverSites: readonly CountUnit[] = ['contacts', 'heads', 'registrations'];

/** Dimensions in their order, with the categories that any table shows of them together. */
interface Family {
  dimensions: readonly string[];
  keys: (readonly string[])[];
}

interface Scope extends Span {
  place: string;
  /** Nobody released it: a piece that released periods share or leave between them. */
  piece?: true;
}

/**
 * Everything that somebody can write down who holds these tables and knows how counts behave: margins are sums, tables of
 * one period share their margins, months add up to quarters, sites to the centre, a person who came in a month came in
 * the year. Each number of each table becomes a fact about one variable, whichever table or release it stands in.
 */
export function buildSystem(tables: readonly ReleasedTable[]): LinearSystem {
  const system = new SystemBuilder();
  const familiesOfUnit = new Map<CountUnit, Family[]>();
  for (const unit of new Set(tables.map((table) => table.unit))) {
    const mine = tables.filter((table) => table.unit === unit);
    const families = familiesOf(mine);
    familiesOfUnit.set(unit, families);
    const scopes = scopesOf(unit, mine);
    relateMargins(system, unit, families, scopes);
    relateTime(system, unit, families, scopes);
    relatePlaces(system, unit, families, scopes);
  }
  relateFirstTimers(system, tables);
  tables.forEach((table, index) => addFacts(system, table, index, familiesOfUnit.get(table.unit) ?? []));
  return system.finish();
}

/** The name of the number that a cell tells. Two cells of one name are one number. */
export function variableOf(
  table: Pick<ReleasedTable, 'unit' | 'dimensions' | 'scope'>,
  key: readonly string[],
): string {
  const parts = table.dimensions
    .map((dimension, at) => [dimension, key[at] ?? totalCode] as const)
    .filter(([, code]) => code !== totalCode)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return nameOf(
    table.unit,
    placeOf(table),
    parts.map(([dimension]) => dimension),
    parts.map(([, code]) => code),
  );
}

const nameOf = (
  unit: CountUnit,
  scope: Scope,
  dimensions: readonly string[],
  key: readonly string[],
): string => JSON.stringify([unit, scope.place, scope.first, scope.next, dimensions, key]);

class SystemBuilder {
  readonly system: LinearSystem = { variables: [], relations: [], facts: [], implied: [] };
  private readonly known = new Map<string, number>();

  variable(name: string): number {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const index = this.system.variables.push(name) - 1;
    this.known.set(name, index);
    return index;
  }

  find = (name: string): number | undefined => this.known.get(name);

  /** The first is the sum of the others. */
  sum(whole: number, parts: readonly number[]): void {
    if (parts.length === 1 && parts[0] === whole) return;
    this.add({ terms: [[whole, 1], ...parts.map((part) => [part, -1] as const)], low: 0, high: 0 });
  }

  atMost(smaller: number, larger: readonly number[]): void {
    this.add({
      terms: [[smaller, 1], ...larger.map((one) => [one, -1] as const)],
      low: -anyNumber,
      high: 0,
      soft: true,
    });
  }

  fact(fact: Fact): void {
    this.system.facts.push(fact);
  }

  /** Numbers of a period or place that nobody released but that released ones enclose. */
  finish(): LinearSystem {
    const told = new Set(this.system.facts.map(({ variable }) => variable));
    const implied = this.system.variables.flatMap((_, variable) => (told.has(variable) ? [] : [variable]));
    return { ...this.system, implied };
  }

  private add(relation: Relation): void {
    this.system.relations.push(relation);
  }
}

/** Every set of dimensions that a table shows or sums over, with the categories seen in any of the tables. */
function familiesOf(tables: readonly ReleasedTable[]): Family[] {
  const keys = new Map<string, Map<string, readonly string[]>>();
  for (const { dimensions, cells } of tables) {
    for (const subset of subsetsOf([...dimensions].sort()))
      keys.set(subset.join(), keys.get(subset.join()) ?? new Map());
    for (const { key } of cells) {
      const full = dimensions.map((dimension, at) => [dimension, key[at] ?? totalCode] as const);
      const sorted = full.filter(([, code]) => code !== totalCode).sort(([a], [b]) => (a < b ? -1 : 1));
      for (const subset of subsetsOf(sorted)) {
        const codes = subset.map(([, code]) => code);
        keys.get(subset.map(([dimension]) => dimension).join())?.set(JSON.stringify(codes), codes);
      }
    }
  }
  return [...keys].map(([name, found]) => ({
    dimensions: name === '' ? [] : name.split(','),
    keys: name === '' ? [[]] : [...found.values()],
  }));
}

function subsetsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

/** Periods that were released, and the pieces they share; where a site has numbers, all of them for every place. */
function scopesOf(unit: CountUnit, tables: readonly ReleasedTable[]): Scope[] {
  const sites = [...new Set(tables.flatMap(({ scope }) => (scope.siteId === null ? [] : [scope.siteId])))];
  const released = distinctSpans(tables.map(({ scope }) => scope));
  const spans = addOverTime.includes(unit) ? distinctSpans([...released, ...piecesOf(released)]) : released;
  const places = sites.length === 0 ? [wholeCentre] : [wholeCentre, ...sites, restOfCentre];
  return places.flatMap((place) =>
    spans.map((span) => ({
      place,
      ...span,
      ...(!released.some((other) => sameSpan(other, span)) && { piece: true as const }),
    })),
  );
}

function relateMargins(
  system: SystemBuilder,
  unit: CountUnit,
  families: readonly Family[],
  scopes: readonly Scope[],
): void {
  for (const { dimensions, keys } of families) {
    for (const left of dimensions) {
      const others = dimensions.filter((dimension) => dimension !== left);
      const at = dimensions.indexOf(left);
      const groups = new Map<string, { margin: string[]; parts: (readonly string[])[] }>();
      for (const key of keys) {
        const margin = key.filter((_, index) => index !== at);
        const group = groups.get(JSON.stringify(margin)) ?? { margin, parts: [] };
        group.parts.push(key);
        groups.set(JSON.stringify(margin), group);
      }
      for (const scope of scopes) {
        for (const { margin, parts } of groups.values()) {
          system.sum(
            system.variable(nameOf(unit, scope, others, margin)),
            parts.map((key) => system.variable(nameOf(unit, scope, dimensions, key))),
          );
        }
      }
    }
  }
}

function relateTime(
  system: SystemBuilder,
  unit: CountUnit,
  families: readonly Family[],
  scopes: readonly Scope[],
): void {
  for (const place of new Set(scopes.map((scope) => scope.place))) {
    const spans = scopes.filter((scope) => scope.place === place);
    const pieces = piecesOf(spans);
    const released = spans.filter((span) => !span.piece);
    for (const whole of spans) {
      const inside = addOverTime.includes(unit) ? pieces.filter((piece) => within(piece, whole)) : [];
      const covers = addOverTime.includes(unit) ? [] : coversOf(spans, whole);
      const parts = addOverTime.includes(unit) ? [] : largestInside(spans, whole);
      eachNumber(families, (dimensions, key) => {
        const at = (span: Span) => system.variable(nameOf(unit, { place, ...pick(span) }, dimensions, key));
        if (inside.length > 0 && !inside.some((piece) => sameSpan(piece, whole))) {
          system.sum(at(whole), inside.map(at));
          relateRemainder(system, unit, { place, whole, dimensions, key, released, pieces: inside });
        }
        for (const part of parts) system.atMost(at(part), [at(whole)]);
        for (const cover of covers) system.atMost(at(whole), cover.map(at));
      });
    }
  }
}

interface Enclosed {
  place: string;
  whole: Span;
  dimensions: readonly string[];
  key: readonly string[];
  released: readonly Span[];
  pieces: readonly Span[];
}

/** What is left of a year when the released quarters are taken away is a number too, be it of two pieces apart. */
function relateRemainder(
  system: SystemBuilder,
  unit: CountUnit,
  { place, whole, dimensions, key, released, pieces }: Enclosed,
): void {
  const inside = largestInside(released, whole);
  const left = pieces.filter((piece) => !inside.some((part) => within(piece, part)));
  if (left.length < 2 || inside.length === 0) return;
  const name = nameOf(unit, { place: `${place} left of`, ...pick(whole) }, dimensions, key);
  system.sum(
    system.variable(name),
    left.map((piece) => system.variable(nameOf(unit, { place, ...pick(piece) }, dimensions, key))),
  );
}

function relatePlaces(
  system: SystemBuilder,
  unit: CountUnit,
  families: readonly Family[],
  scopes: readonly Scope[],
): void {
  const sites = [...new Set(scopes.map(({ place }) => place))].filter((place) => place !== wholeCentre);
  if (sites.length === 0) return;
  for (const span of distinctSpans(scopes)) {
    eachNumber(families, (dimensions, key) => {
      const at = (place: string) => system.variable(nameOf(unit, { place, ...span }, dimensions, key));
      if (dimensions.length === 1 && dimensions[0] === siteDimension) {
        const site = key[0] ?? '';
        if (!sites.includes(site)) return;
        const whole = system.variable(nameOf(unit, { place: site, ...span }, [], []));
        if (addOverSites.includes(unit)) system.sum(at(wholeCentre), [whole]);
        else system.atMost(at(wholeCentre), [whole]);
      } else if (!dimensions.includes(siteDimension)) {
        if (addOverSites.includes(unit)) system.sum(at(wholeCentre), sites.map(at));
        else for (const site of sites) if (site !== restOfCentre) system.atMost(at(site), [at(wholeCentre)]);
      }
    });
  }
}

/** Who came for the first time came. */
function relateFirstTimers(system: SystemBuilder, tables: readonly ReleasedTable[]): void {
  for (const table of tables.filter(({ unit }) => unit === 'first_time_people')) {
    const place = placeOf(table);
    for (const { dimensions, keys } of familiesOf([table])) {
      for (const key of keys) {
        const all = system.find(nameOf('people', place, dimensions, key));
        if (all !== undefined)
          system.atMost(system.variable(nameOf('first_time_people', place, dimensions, key)), [all]);
      }
    }
  }
}

function addFacts(
  system: SystemBuilder,
  table: ReleasedTable,
  index: number,
  families: readonly Family[],
): void {
  if (table.cells.length === 0) return;
  const said = new Map(table.cells.map(({ key, n }) => [variableOf(table, key), n]));
  for (const [name, n] of said) system.fact({ variable: system.variable(name), n, table: index });
  const place = placeOf(table);
  for (const { dimensions, keys } of families) {
    if (dimensions.length === 0 || !dimensions.every((dimension) => table.dimensions.includes(dimension)))
      continue;
    for (const key of keys) {
      const name = nameOf(table.unit, place, dimensions, key);
      if (!said.has(name)) system.fact({ variable: system.variable(name), n: 0, table: index });
    }
  }
}

function eachNumber(
  families: readonly Family[],
  act: (dimensions: readonly string[], key: readonly string[]) => void,
): void {
  for (const { dimensions, keys } of families) for (const key of keys) act(dimensions, key);
}

const placeOf = ({ scope }: Pick<ReleasedTable, 'scope'>): Scope => ({
  place: scope.siteId ?? wholeCentre,
  first: scope.first,
  next: scope.next,
});
const pick = ({ first, next }: Span): Span => ({ first, next });
