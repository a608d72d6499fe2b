import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestFact, changedFact } from '#modules/facts/facts.testing.ts';
import { changeFact } from '#modules/facts/operations/change-fact.server.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';

/** A page that quotes a fact, published by two, and how to change that fact afterwards. */
export async function pageWithFact(house: TestHouse, author: StaffActor, second: StaffActor) {
  const fact = await addTestFact(house, author);
  const { pageId } = await publishTestGuide(house, author, second, { body: `::fact[${fact.code}]` });
  return {
    pageId,
    change: (substance = true) =>
      execute(house, changeFact, author, changedFact(fact, { value: '900', substance })),
  };
}

/** The advice that was kept of a page in a contact. */
export async function adviceIdOf(house: TestHouse, contactId: string): Promise<string> {
  const { rows } = await house.admin.query<{ id: string }>(
    'select id from serai.advice_given where contact_id = $1',
    [contactId],
  );
  return String(rows[0]?.id);
}
