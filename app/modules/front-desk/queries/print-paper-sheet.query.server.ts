import type { Transaction } from 'kysely';
import { z } from 'zod';
import { type CentreTables, type OpeningHours, textIn } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { chainHead } from '#modules/audit/index.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';

/** Empty rows to write on while the power is out; typed in afterwards as contacts of their own day. */
export const printPaperSheet = queriesOn<CentreTables>()({
  name: 'arrival.paper-sheet',
  params: z.object({ siteId: z.uuid().optional(), language: z.string().max(20) }),
  subject: 'arrival',
  audit: 'none',
  async run({ house, actor, tx, on, today }, { siteId, language }) {
    const centre = await tx
      .selectFrom('centre')
      .select(['name', 'default_language'])
      .where('id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!centre) return undefined;
    const site = chooseDeskSite(await listDeskSites(tx, actor), actor, siteId);
    const inLanguage = (text: Record<string, string>) => textIn(text, language, [centre.default_language]);
    const hours = await hoursOn(tx, site.id, today);
    const head = await chainHead(on<unknown>());
    const pdf = await house.documents.render(
      'daily-sheet',
      {
        centreName: inLanguage(centre.name),
        siteName: inLanguage(site.name),
        date: today,
        opening: hours,
        ...(head && { head, headsKey: house.vault.headsKey().toString('base64') }),
      },
      { language },
    );
    return { answer: { pdf } };
  },
});

/** When the site is open on this day; empty when it is closed, undefined where no hours are known at all. */
async function hoursOn(
  tx: Transaction<CentreTables>,
  siteId: string,
  day: string,
): Promise<string | undefined> {
  const row = await tx.selectFrom('site').select('hours').where('id', '=', siteId).executeTakeFirst();
  const hours: readonly OpeningHours[] = row?.hours ?? [];
  if (hours.length === 0) return undefined;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return hours
    .filter((opening) => opening.day === weekday)
    .map(({ from, to }) => `${from}–${to}`)
    .join(', ');
}
