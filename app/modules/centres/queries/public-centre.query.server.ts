import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { settingOf } from '../centre-settings.ts';
import type { CentreTables, OpeningHours } from '../centre.tables.server.ts';
import { textIn } from '../local-text.ts';
import { sortHours } from '../opening-hours.ts';
import type { PublicCentre } from '../public-centre.ts';

/** What hangs on the centre's door, in one language. Hidden and closed sites are left out. */
export const publicCentre = queriesOn<CentreTables>()({
  name: 'centre.public',
  params: z.object({ language: z.string().max(20) }),
  subject: 'centre',
  audit: 'none',
  async run({ tx }, { language }): Promise<{ answer: PublicCentre } | undefined> {
    const centre = await tx
      .selectFrom('centre')
      .selectAll()
      .where('status', '=', 'open')
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst();
    if (!centre) return undefined;
    const sites = await tx
      .selectFrom('site')
      .select(['name', 'address', 'phone', 'hours'])
      .where('centre_id', '=', centre.id)
      .where('active', '=', true)
      .where('address_hidden', '=', false)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const start = Number(settingOf(centre.settings, 'calendar.week-start'));
    const text = (from: Record<string, string>) => textIn(from, language, [centre.default_language]);
    const named =
      sites.length > 0
        ? sites
        : [{ name: centre.name, address: centre.address, phone: centre.phone, hours: [] }];
    return {
      answer: {
        name: text(centre.name),
        pageLanguages: centre.languages,
        spokenLanguages: centre.client_languages,
        services: centre.services,
        sites: named.map((site, at) => ({
          name: text(site.name),
          address: text(site.address) || (at === 0 ? text(centre.address) : ''),
          phones: [site.phone ?? (at === 0 ? centre.phone : null)].flatMap((number) =>
            number ? [{ number }] : [],
          ),
          ...(at === 0 && centre.email && { email: centre.email }),
          hours: sortHours(site.hours, start).map(fromMonday),
        })),
        checkedOn: localDay(centre.updated_at, centre.time_zone),
      },
    };
  },
});

/** Days are stored from Sunday 0; the public page counts from Monday 1 to Sunday 7. */
const fromMonday = ({ day, from, to }: OpeningHours): OpeningHours => ({
  day: day === 0 ? 7 : day,
  from,
  to,
});
