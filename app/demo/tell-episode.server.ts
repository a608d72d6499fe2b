import { sql } from 'kysely';
import { assignClient } from '#modules/clients/operations/assign-client.server.ts';
import { decideNotDuplicate } from '#modules/clients/operations/decide-not-duplicate.server.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { setSafeContact } from '#modules/clients/operations/set-safe-contact.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { closeFollowUp } from '#modules/contacts/operations/close-follow-up.server.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { moveFollowUp } from '#modules/contacts/operations/move-follow-up.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import { leaveArrival } from '#modules/front-desk/operations/leave-arrival.server.ts';
import { registerArrival } from '#modules/front-desk/operations/register-arrival.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import { isProblem } from '#platform/problem.ts';
import type {
  PlannedArrival,
  PlannedChange,
  PlannedEpisode,
  PlannedOutcome,
  PlannedRegistration,
  PlannedTalk,
} from './demo-plan.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

interface KnownPerson {
  clientId: string;
  version: number;
}

interface KnownTalk {
  contactId: string;
  followUpId?: string | undefined;
}

interface Telling {
  house: House;
  seed: string;
  centre: DemoCentre;
  /** Called after each write. */
  onWrite(): void;
}

/** Tells the planned episodes to the house, each through the operation that a colleague would have used. */
export function createTeller({
  house,
  seed,
  centre,
  onWrite,
}: Telling): (episode: PlannedEpisode) => Promise<void> {
  const people = new Map<number, Promise<KnownPerson>>();
  const arrivals = new Map<number, Promise<string>>();
  const talks = new Map<number, Promise<KnownTalk>>();
  /** Talks whose follow-up ended because the person no longer wanted it. */
  const declined = new Set<number>();
  const settling = new Map<number, Promise<void>>();

  const actorOf = (id: string): StaffActor => {
    const actor = centre.staff.get(id);
    if (!actor) throw new Error(`nobody in the demo is called ${id}`);
    return actor;
  };

  /** The key makes an interrupted seeding go on where it was: what was written answers as it did then. */
  async function write<Op extends AnyOperation>(
    operation: Op,
    by: string,
    at: number,
    key: string,
    input: unknown,
  ): Promise<ResultOf<Op>> {
    const result: ResultOf<Op> = await execute(houseAt(house, at), operation, actorOf(by), input, {
      idempotencyKey: `${seed}/${key}`,
    });
    onWrite();
    return result;
  }

  /** Keeps a result that later episodes wait for. Their own await meets its failure, so it is not unheard. */
  function keep<Value>(
    known: Map<number, Promise<Value>>,
    at: number,
    coming: Promise<Value>,
  ): Promise<Value> {
    coming.catch(() => {});
    known.set(at, coming);
    return coming;
  }

  function recall<Value>(known: Map<number, Promise<Value>>, at: number): Promise<Value> {
    const value = known.get(at);
    if (!value) throw new Error(`the demo tells number ${at} before its time`);
    return value;
  }

  async function arrive({ by, at, site, input, leftAt, ...its }: PlannedArrival): Promise<string> {
    const key = leftAt === undefined ? `arrival/${its.talk}` : `behind/${its.talk}`;
    const { arrivalId } = await write(registerArrival, by, at, key, {
      ...input,
      siteId: centre.siteIds[site],
    });
    if (leftAt !== undefined) await write(leaveArrival, by, leftAt, `${key}/left`, { arrivalId });
    return arrivalId;
  }

  async function register(episode: PlannedRegistration): Promise<KnownPerson> {
    const key = `person/${episode.person}`;
    const { clientId, possibleDuplicates } = await write(
      registerClient,
      episode.by,
      episode.at,
      `${key}/file`,
      { ...episode.input, siteId: centre.siteIds[episode.site] },
    );
    if (episode.card) await write(issueCard, episode.by, episode.at + 60_000, `${key}/card`, { clientId });
    if (episode.toldApart && possibleDuplicates > 0) {
      for (const otherClientId of await similarTo(clientId)) {
        await write(
          decideNotDuplicate,
          'coordinator',
          episode.at + 20 * 60_000,
          `${key}/apart/${otherClientId}`,
          { clientId, otherClientId },
        );
      }
    }
    return { clientId, version: 1 };
  }

  async function similarTo(clientId: string): Promise<string[]> {
    const { sessionToken } = actorOf('coordinator');
    return house.databases.reader.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${sessionToken}, true)`.execute(tx);
      const { rows } = await sql<{
        id: string;
      }>`select other_client_id as id from possible_duplicate where client_id = ${clientId} order by 1`.execute(
        tx,
      );
      return rows.map(({ id }) => id);
    });
  }

  async function talk(episode: PlannedTalk): Promise<KnownTalk> {
    const { at, by, input, site, followUp } = episode;
    const key = `talk/${episode.talk}`;
    const clients = await Promise.all(episode.people.map((person) => recall(people, person)));
    const { contactId, followUpId } = await write(recordContact, by, at, `${key}/contact`, {
      ...input,
      followUp,
      clientIds: clients.map(({ clientId }) => clientId),
      siteId: centre.siteIds[site],
      ...(episode.hasArrival && { arrivalId: await recall(arrivals, episode.talk) }),
    });
    if (episode.corrected) {
      const { at: later, reason, minutes } = episode.corrected;
      const { who: _who, asker: _asker, people: _people, ...conversation } = input;
      await write(correctContact, by, later, `${key}/correction`, {
        ...conversation,
        minutes,
        contactId,
        version: 1,
        reason,
      });
    }
    if (episode.voided)
      await write(voidContact, by, episode.voided.at, `${key}/void`, {
        contactId,
        version: 1,
        reason: episode.voided.reason,
      });
    return { contactId, followUpId };
  }

  /** What becomes of one follow-up comes in its order, however many episodes are told at once. */
  function settle(outcome: PlannedOutcome): Promise<void> {
    const before = settling.get(outcome.talk) ?? Promise.resolve();
    const now = before.then(() => settleNow(outcome));
    settling.set(outcome.talk, now);
    return now;
  }

  async function settleNow({ talk: index, by, at, version, to }: PlannedOutcome): Promise<void> {
    const { followUpId } = await recall(talks, index);
    const key = `outcome/${index}/${version}`;
    if (declined.has(index)) return;
    if (!('movedTo' in to)) {
      await write(closeFollowUp, by, at, key, { followUpId, version, outcome: to.outcome });
      return;
    }
    try {
      await write(moveFollowUp, by, at, key, { followUpId, version, dueOn: to.movedTo });
    } catch (error) {
      // They took back that they may be reached in this way before the day came: a colleague would end it here.
      // Closed: an earlier seeding had come as far as this.
      if (!isProblem(error) || !['input.invalid', 'follow-up.closed'].includes(error.code)) throw error;
      declined.add(index);
      const outcome = 'client_declined';
      await write(closeFollowUp, by, at, `${key}/declined`, { followUpId, version, outcome });
    }
  }

  async function change({ person: index, change: what, by, at }: PlannedChange): Promise<void> {
    const person = await recall(people, index);
    const { clientId, version } = person;
    const key = `change/${index}/${at}`;
    switch (what.what) {
      case 'withdraw':
        await write(withdrawConsent, by, at, key, { clientId, purposes: what.purposes, reason: what.reason });
        return;
      case 'card':
        await write(issueCard, by, at, key, { clientId });
        return;
      case 'restrict':
        // Its counsellor stays with it: whoever closes a file is one of its readers.
        await write(assignClient, by, at, `${key}/assign`, { clientId, staffId: actorOf(by).staffId });
        await write(restrictClient, by, at + 60_000, key, {
          clientId,
          reason: what.reason,
          readers: [actorOf('coordinator').staffId],
        });
        return;
      case 'update':
        person.version = (
          await write(updateClient, by, at, key, { ...what.input, clientId, version })
        ).version;
        return;
      case 'phone':
        person.version = (
          await write(setSafeContact, by, at, key, { clientId, version, phones: what.phones })
        ).version;
    }
  }

  return async (episode) => {
    switch (episode.kind) {
      case 'registration':
        await keep(people, episode.person, register(episode));
        return;
      case 'arrival':
        await (episode.leftAt === undefined
          ? keep(arrivals, episode.talk, arrive(episode))
          : arrive(episode));
        return;
      case 'talk':
        await keep(talks, episode.talk, talk(episode));
        return;
      case 'outcome':
        return settle(episode);
      case 'change':
        return change(episode);
    }
  };
}

type ResultOf<Op extends AnyOperation> = Awaited<ReturnType<Op['run']>>['result'];
