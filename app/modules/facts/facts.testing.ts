import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { addFact } from './operations/add-fact.server.ts';

let made = 0;

/** A fee as somebody would type it. */
export const newFact = (more: Record<string, unknown> = {}) => ({
  code: `a-fee-${(made += 1)}`,
  kind: 'fee',
  statement: 'What the office asks for the stamp.',
  value: '500',
  unit: 'PKR',
  country: 'PK',
  sourceTitle: 'The office itself',
  sourceUrl: 'https://office.example/fees',
  sourceDate: '2026-02',
  confidence: 'official',
  ...more,
});

export async function addTestFact(house: House, author: StaffActor, more: Record<string, unknown> = {}) {
  const fact = newFact(more);
  const { factId } = await execute(house, addFact, author, fact);
  return { ...fact, factId };
}

/** The same fact, changed, as input of `fact.change`. */
export const changedFact = (fact: { code: string }, more: Record<string, unknown> = {}) => {
  const { code: _, ...rest } = fact;
  return { ...rest, version: 1, reason: 'The office says so since Monday', substance: true, ...more };
};
