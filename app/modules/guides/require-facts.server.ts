import type { Transaction } from 'kysely';
import { type FactTables, hasSource } from '#modules/facts/index.server.ts';
import { Problem } from '#platform/problem.ts';
import { blockQuotes } from './block-quotes.ts';
import type { GuideTables } from './guide.tables.server.ts';
import { parseBody } from './parse-body.ts';

/** Addresses of the site that are no pages of the hub. */
const ownAddresses = new Set(['ask', 'decide']);

/**
 * What a page leans on must stand: every fact it quotes exists and says where it comes from, every page it links to exists.
 * @throws Problem `guide.unknown-facts`, `guide.facts-without-source`, `guide.unknown-pages`, each with `list`
 */
export async function requireSoundQuotes(
  tx: Transaction<GuideTables & FactTables>,
  bodies: readonly string[],
): Promise<void> {
  const quotes = bodies.map((body) => blockQuotes(parseBody(body)));
  const codes = [...new Set(quotes.flatMap(({ facts }) => facts))];
  if (codes.length > 0) {
    const facts = await tx
      .selectFrom('fact')
      .select(['code', 'source_title', 'source_date'])
      .where('code', 'in', codes)
      .where('retired_at', 'is', null)
      .execute();
    const known = new Set(facts.map(({ code }) => code));
    refuse(
      'guide.unknown-facts',
      codes.filter((code) => !known.has(code)),
    );
    refuse(
      'guide.facts-without-source',
      facts.filter((fact) => !hasSource(fact)).map(({ code }) => code),
    );
  }
  const slugs = [...new Set(quotes.flatMap(({ pages }) => pages))].filter((slug) => !ownAddresses.has(slug));
  if (slugs.length > 0) {
    const pages = await tx
      .selectFrom('guide_page')
      .select('slug')
      .where('slug', 'in', slugs)
      .where('archived_at', 'is', null)
      .execute();
    const known = new Set(pages.map(({ slug }) => slug));
    refuse(
      'guide.unknown-pages',
      slugs.filter((slug) => !known.has(slug)),
    );
  }
}

function refuse(code: string, list: readonly string[]): void {
  if (list.length > 0) throw new Problem(code, 409, { params: { list: list.join(', ') } });
}
