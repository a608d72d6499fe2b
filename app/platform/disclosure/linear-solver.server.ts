import loadHighs, { type Highs, type Model } from 'highs';
import type { Bounds, Component, Relation } from './linear-system.ts';

// The package's types call it a module in the older format; Node.js loads the newer one, whose default is the loader.
const load = loadHighs as unknown as typeof loadHighs.default;

let loading: Promise<Highs> | undefined;

/** HiGHS, a linear and whole-number solver compiled to WebAssembly; loaded once, at the first release. */
export const loadSolver = (): Promise<Highs> => (loading ??= load());

export interface Point {
  /** A value for each column, in the order of the component's variables. */
  values: Float64Array;
  /** All values are whole. */
  whole: boolean;
  /** How much each column's bound holds the answer back; 0 where it does not. */
  pull: Float64Array;
}

/** A part of a system, open for questions. Close it: the solver's memory is not collected. */
export interface OpenComponent {
  /** The point with the least or most of one column (its place, not its variable); undefined where no point exists. */
  extreme(column: number, direction: 'least' | 'most'): Point | undefined;
  close(): void;
}

/** @throws Error when the solver gives up, which it does on no system of counts that we know of */
export function openComponent(highs: Highs, component: Component, { low, high }: Bounds): OpenComponent {
  const model = createModel(highs, component.variables, component.relations, { low, high });
  let asked: number | undefined;
  let wholeOnly = false;
  const run = (): Point | undefined => {
    model.run();
    const status = model.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return undefined;
    if (status !== highs.constants.modelStatus.optimal)
      throw new Error(`the solver stopped with status ${status}`);
    const { colValue, colDual } = model.getSolution();
    const rounded = colValue.map((value) => Math.round(value));
    const whole = colValue.every((value, at) => Math.abs(value - (rounded[at] ?? 0)) < 1e-6);
    return { values: whole ? rounded : colValue, whole, pull: colDual };
  };
  const insist = (on: boolean) => {
    if (wholeOnly === on) return;
    wholeOnly = on;
    const { integer, continuous } = highs.constants.variableType;
    model.changeColsIntegrality(
      { kind: 'range', from: 0, to: component.variables.length - 1 },
      component.variables.map(() => (on ? integer : continuous)),
    );
  };
  return {
    extreme(column, direction) {
      insist(false);
      if (asked !== undefined && asked !== column) model.changeColCost(asked, 0);
      asked = column;
      model.changeColCost(column, direction === 'least' ? 1 : -1);
      const relaxed = run();
      if (!relaxed || relaxed.whole) return relaxed;
      insist(true);
      const exact = run();
      return exact && { ...exact, pull: relaxed.pull };
    },
    close: () => model.dispose(),
  };
}

/** A model that asks for nothing yet: all costs are 0. */
export function createModel(
  highs: Highs,
  variables: readonly number[],
  relations: readonly Relation[],
  { low, high }: Bounds,
  costs: readonly number[] = variables.map(() => 0),
): Model {
  const columnOf = new Map(variables.map((variable, column) => [variable, column]));
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of relations) {
    for (const [variable, coefficient] of terms) {
      indices.push(columnOf.get(variable) ?? 0);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const model = highs.createModel();
  model.options.set({ output_flag: false });
  model.passModel({
    numCols: variables.length,
    numRows: relations.length,
    colCost: Float64Array.from(costs),
    colLower: Float64Array.from(variables, (variable) => low[variable] ?? 0),
    colUpper: Float64Array.from(variables, (variable) => high[variable] ?? 0),
    rowLower: Float64Array.from(relations, (relation) => relation.low),
    rowUpper: Float64Array.from(relations, (relation) => relation.high),
    matrix: {
      format: 'csr',
      numRows: relations.length,
      numCols: variables.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  return model;
}
