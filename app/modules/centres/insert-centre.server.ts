import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { SwitchChoice } from './centre-switches.ts';
import type { NewCentre, NewSite } from './centre.schemas.ts';
import { weekStartOf } from './week-start.ts';
import type { CentreTables } from './centre.tables.server.ts';
import { siteColumns } from './site-row.server.ts';

/** Writes a new centre with its sites and switches, in the transaction of the guided set-up. */
export async function insertCentre(
  tx: Transaction<CentreTables>,
  given: { centre: NewCentre; sites: readonly NewSite[]; switches: readonly SwitchChoice[]; now: Date },
): Promise<{ centreId: string; siteIds: string[] }> {
  const { centre, sites, switches, now } = given;
  const centreId = randomUUID();
  const siteIds = sites.map(() => randomUUID());
  await tx
    .insertInto('centre')
    .values({
      id: centreId,
      name: JSON.stringify(centre.name),
      kind: centre.kind,
      context: centre.context,
      country: centre.country,
      time_zone: centre.timeZone,
      default_language: centre.defaultLanguage,
      languages: centre.languages,
      client_languages: centre.clientLanguages,
      calendar: centre.calendar,
      phone: centre.phone ?? null,
      email: centre.email ?? null,
      address: JSON.stringify(centre.address),
      services: centre.services,
      settings: JSON.stringify({ 'calendar.week-start': String(weekStartOf(centre.country)) }),
      file_prefix: centre.filePrefix,
      created_at: now,
      updated_at: now,
    })
    .execute();
  // A millisecond apart: sites are listed in the order in which they were entered.
  const rows = sites.map((site, at) => {
    const stamp = new Date(now.getTime() + at);
    return {
      id: siteIds[at] ?? randomUUID(),
      centre_id: centreId,
      ...siteColumns(site),
      created_at: stamp,
      updated_at: stamp,
    };
  });
  await tx.insertInto('site').values(rows).execute();
  const switched = switches.flatMap(({ list, off, required }) =>
    [...new Set([...off, ...required])].map((code) => ({
      centre_id: centreId,
      list,
      code,
      enabled: !off.includes(code),
      required: required.includes(code) && !off.includes(code),
    })),
  );
  if (switched.length > 0) await tx.insertInto('centre_switch').values(switched).execute();
  return { centreId, siteIds };
}
