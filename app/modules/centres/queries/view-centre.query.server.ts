import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { CentreTables, LocalText, OpeningHours } from '../centre.tables.server.ts';

export interface SiteView {
  id: string;
  name: LocalText;
  type: string;
  address: LocalText;
  addressHidden: boolean;
  phone: string | null;
  hours: OpeningHours[];
  languages: string[];
  accessible: boolean | null;
  active: boolean;
  version: number;
}

export interface CentreView {
  id: string;
  name: LocalText;
  kind: string;
  context: string;
  country: string;
  timeZone: string;
  calendar: string;
  defaultLanguage: string;
  languages: string[];
  clientLanguages: string[];
  phone: string | null;
  email: string | null;
  address: LocalText;
  services: string[];
  settings: Record<string, unknown>;
  filePrefix: string;
  version: number;
  updatedAt: Date;
  /** Open sites first, in the order in which they were added. */
  sites: SiteView[];
}

/** The actor's own centre with all its sites, closed and hidden ones too. */
export const viewCentre = queriesOn<CentreTables>()({
  name: 'centre.view',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ tx, actor }) {
    if (!actor.centre) return undefined;
    const centre = await tx
      .selectFrom('centre')
      .selectAll()
      .where('id', '=', actor.centre.id)
      .executeTakeFirst();
    if (!centre) return undefined;
    const sites = await tx
      .selectFrom('site')
      .selectAll()
      .where('centre_id', '=', centre.id)
      .orderBy('active', 'desc')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const answer: CentreView = {
      id: centre.id,
      name: centre.name,
      kind: centre.kind,
      context: centre.context,
      country: centre.country,
      timeZone: centre.time_zone,
      calendar: centre.calendar,
      defaultLanguage: centre.default_language,
      languages: centre.languages,
      clientLanguages: centre.client_languages,
      phone: centre.phone,
      email: centre.email,
      address: centre.address,
      services: centre.services,
      settings: centre.settings,
      filePrefix: centre.file_prefix,
      version: centre.version,
      updatedAt: centre.updated_at,
      sites: sites.map((site) => ({
        id: site.id,
        name: site.name,
        type: site.type,
        address: site.address,
        addressHidden: site.address_hidden,
        phone: site.phone,
        hours: site.hours,
        languages: site.languages,
        accessible: site.accessible,
        active: site.active,
        version: site.version,
      })),
    };
    return { answer };
  },
});
