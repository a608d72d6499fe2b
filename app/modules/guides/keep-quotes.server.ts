import type { Transaction } from 'kysely';
import { blockQuotes } from './block-quotes.ts';
import type { GuideTables } from './guide.tables.server.ts';
import { parseBody } from './parse-body.ts';

/**
 * Writes down what a page quotes and links to, over all its languages: so that a fact knows its pages, and nothing is
 * taken away that another page still leans on.
 */
export async function keepQuotes(
  tx: Transaction<GuideTables>,
  page: { id: string; centre_id: string },
  bodies: readonly string[],
  working: boolean,
): Promise<void> {
  const found = new Map<string, { kind: 'fact' | 'page' | 'web'; target: string }>();
  for (const body of bodies) {
    const { facts, pages, links } = blockQuotes(parseBody(body));
    for (const target of facts) found.set(`fact ${target}`, { kind: 'fact', target });
    for (const target of pages) found.set(`page ${target}`, { kind: 'page', target });
    for (const target of links) found.set(`web ${target}`, { kind: 'web', target });
  }
  await tx.deleteFrom('guide_quote').where('page_id', '=', page.id).where('working', '=', working).execute();
  if (found.size === 0) return;
  await tx
    .insertInto('guide_quote')
    .values(
      [...found.values()].map((each) => ({ ...each, page_id: page.id, working, centre_id: page.centre_id })),
    )
    .execute();
}
