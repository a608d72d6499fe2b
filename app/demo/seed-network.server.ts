import type { Kysely } from 'kysely';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { openIntake } from '#modules/questions/jobs.server.ts';
import { openCentre } from '#modules/network/operations/open-centre.server.ts';
import { endSessions } from '#modules/staff/session.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { inviteStaff } from '#modules/staff/operations/invite-staff.server.ts';
import type { StaffTables } from '#modules/staff/staff.tables.server.ts';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type DemoAccount, demoNetwork } from './demo-accounts.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import { atWork, type DemoCentre } from './open-demo-centre.server.ts';
import { seedNetworkFiles } from './seed-network-files.server.ts';

const secondCentre = {
  name: {
    en: 'Zarafrud Migrant Resource Centre',
    ar: 'مركز زرافرود لموارد المهاجرين',
    'fa-AF': 'مرکز منابع مهاجران زرافرود',
  },
  kind: 'mrc',
  context: 'origin',
  country: 'TJ',
  timeZone: 'Asia/Dushanbe',
  defaultLanguage: 'en',
  languages: ['en', 'fa-AF', 'tg'],
  clientLanguages: ['tg', 'prs', 'uz', 'en'],
  filePrefix: 'Z',
};

/**
 * A network of two: its administrator, a second small centre that was opened last month, somebody who works in both,
 * and people of both. Called again after it was broken off, it goes on where it was.
 */
export async function seedNetwork(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator) return;
  const key = (what: string) => ({ idempotencyKey: `${seed}/network/${what}` });
  const opening = zonedTime(addDays(today, -45), '09:00', demoCentre.timeZone);
  const minutes = (count: number) => new Date(opening.getTime() + count * 60_000);
  const proven = (actor: StaffActor, at: Date): StaffActor => ({ ...actor, steppedUpAt: at });
  const ids: string[] = [];

  async function join(token: string, staffId: string, account: DemoAccount, at: Date, place: Place) {
    const input = {
      token,
      passphrase: account.passphrase,
      seed: account.seed,
      code: codeAt(account.seed, at),
    };
    await execute(houseAt(house, at), acceptInvitation, publicActor, input, key(`join/${account.id}`));
    ids.push(staffId);
    return atWork(house, at, { staffId, roles: account.roles, ...place });
  }

  try {
    const { administrator, coordinator: head, counsellor } = demoNetwork;
    const invited = await execute(
      houseAt(house, minutes(0)),
      inviteStaff,
      proven(coordinator, minutes(0)),
      personOf(administrator),
      key('administrator'),
    );
    const own = { centreId: coordinator.centre.id, siteId: centre.siteIds[0] ?? null };
    const network = await join(invited.token, invited.staffId, administrator, minutes(5), own);
    const opened = await execute(
      houseAt(house, minutes(20)),
      openCentre,
      proven(network, minutes(20)),
      {
        ...secondCentre,
        site: {
          name: { en: 'River Street office', 'fa-AF': 'دفتر سرک دریا' },
          type: 'main',
        },
        coordinator: { name: head.name, email: head.email, language: head.language },
      },
      key('centre'),
    );
    const there = { centreId: opened.centreId, siteId: opened.siteId };
    const chief = await join(opened.token, opened.staffId, head, minutes(40), there);
    const second = await execute(
      houseAt(house, minutes(60)),
      inviteStaff,
      chief,
      personOf(counsellor),
      key('counsellor'),
    );
    const helper = await join(second.token, second.staffId, counsellor, minutes(70), there);
    await tellWork(house, helper, opened.siteId, today, key);
    await seedNetworkFiles(house, seed, centre, { by: helper, siteId: opened.siteId, today });
    // The second centre can be asked from its first minute on, as the first one.
    await openIntake(house);
  } finally {
    await (house.databases.auth as Kysely<StaffTables>).transaction().execute(async (tx) => {
      for (const id of ids) await endSessions(tx, id, house.clock.now(), 'demo-seeded');
    });
  }
}

type Place = { centreId: string; siteId: string | null };
type Key = (what: string) => { idempotencyKey: string };

const personOf = ({ name, email, roles, language }: DemoAccount) => ({ name, email, roles, language });

/** Conversations at a desk that opened lately. */
async function tellWork(
  house: House,
  by: StaffActor,
  siteId: string,
  today: string,
  key: Key,
): Promise<void> {
  const topics = ['visa_procedure', 'recruitment_costs', 'recruitment_agency_check'] as const;
  for (let count = 0; count < 14; count += 1) {
    const at = zonedTime(addDays(today, -40 + count * 2), '10:30', secondCentre.timeZone);
    await execute(
      houseAt(house, at),
      recordContact,
      by,
      {
        who: 'anonymous',
        siteId,
        channel: count % 3 === 0 ? 'hotline_inbound' : 'in_person_centre',
        minutes: 15 + (count % 4) * 5,
        language: 'tg',
        topics: [topics[count % topics.length] ?? 'visa_procedure'],
        result: 'information_given',
        stayOptionExplained: true,
      },
      key(`contact/${count}`),
    );
  }
}
