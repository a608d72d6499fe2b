import type { Transaction } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden, Problem, versionConflict } from '#platform/problem.ts';
import type { FactContent } from './fact.schemas.ts';
import type { FactRow, FactSnapshot, FactTables } from './fact.tables.server.ts';

/** The fact, locked; undefined when it is not of the actor's centre. */
export const lockFact = (tx: Transaction<FactTables>, factId: string): Promise<FactRow | undefined> =>
  tx.selectFrom('fact').selectAll().where('id', '=', factId).forUpdate().executeTakeFirst();

/** @throws Problem `fact.retired`, `conflict.version` */
export function requireCurrent(fact: FactRow, version: number): void {
  if (fact.retired_at) throw new Problem('fact.retired', 409);
  if (fact.version !== version) throw versionConflict();
}

/** The asker's centre and account. @throws Problem `forbidden` for whoever has none */
export function asStaff({ actor }: Pick<OperationContext<never>, 'actor'>) {
  if (!actor.centre || !actor.staffId) throw forbidden();
  return { centre: actor.centre, staffId: actor.staffId };
}

/** What a person said of a fact, as columns. */
export const factColumns = (fact: FactContent) => ({
  kind: fact.kind,
  statement: fact.statement,
  value: fact.value ?? null,
  value_to: fact.valueTo ?? null,
  unit: fact.unit ?? null,
  text: fact.text ?? null,
  corridor_from: fact.corridorFrom ?? null,
  corridor_to: fact.corridorTo ?? null,
  country: fact.country ?? null,
  sector: fact.sector ?? null,
  sex: fact.sex ?? null,
  cost_item: fact.costItem ?? null,
  payer: fact.payer ?? null,
  route: fact.route ?? null,
  valid_from: fact.validFrom ?? null,
  valid_to: fact.validTo ?? null,
  source_title: fact.sourceTitle ?? null,
  source_url: fact.sourceUrl ?? null,
  source_date: fact.sourceDate ?? null,
  retrieved_on: fact.retrievedOn ?? null,
  confidence: fact.confidence,
});

const changeable = [
  'kind',
  'statement',
  'value',
  'value_to',
  'unit',
  'text',
  'corridor_from',
  'corridor_to',
  'country',
  'sector',
  'sex',
  'cost_item',
  'payer',
  'route',
  'valid_from',
  'valid_to',
  'source_title',
  'source_url',
  'source_date',
  'retrieved_on',
  'confidence',
  'checked_on',
] as const satisfies (keyof FactRow)[];

/** The same columns of a row, as they are kept when it changes. */
export function snapshotOf(row: FactRow): FactSnapshot {
  return Object.fromEntries(changeable.map((column) => [column, row[column]]));
}
