import { z } from 'zod';
import { type CentreTables, textIn } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';

/** Empty rows to write on while the power is out; typed in afterwards as contacts of their own day. */
export const printPaperSheet = queriesOn<CentreTables>()({
  name: 'arrival.paper-sheet',
  params: z.object({ siteId: z.uuid().optional(), language: z.string().max(20) }),
  subject: 'arrival',
  audit: 'none',
  async run({ house, actor, tx, today }, { siteId, language }) {
    const centre = await tx
      .selectFrom('centre')
      .select(['name', 'default_language'])
      .where('id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!centre) return undefined;
    const site = chooseDeskSite(await listDeskSites(tx, actor), actor, siteId);
    const inLanguage = (text: Record<string, string>) => textIn(text, language, [centre.default_language]);
    const pdf = await house.documents.render(
      'daily-sheet',
      { centreName: inLanguage(centre.name), siteName: inLanguage(site.name), date: today },
      { language },
    );
    return { answer: { pdf } };
  },
});
