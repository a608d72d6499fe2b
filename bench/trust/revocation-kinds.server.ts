import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { revokeReader } from '#modules/clients/operations/revoke-reader.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { sendReminder } from '#modules/contacts/operations/send-reminder.server.ts';
import { makeTestToken } from '#modules/integrations/integrations.testing.ts';
import { revokeToken } from '#modules/integrations/operations/revoke-token.server.ts';
import { sendMessage } from '#modules/messages/operations/send-message.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { changeRoles } from '#modules/staff/operations/change-roles.server.ts';
import { disableStaff } from '#modules/staff/operations/disable-staff.server.ts';
import { endSession } from '#modules/staff/operations/end-session.server.ts';
import { endStaffSessions } from '#modules/staff/operations/end-staff-sessions.server.ts';
import { lockSession } from '#modules/staff/operations/lock-session.server.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import { agreeToTransfer, newTransfer } from '#modules/transfers/transfers.testing.ts';
import { proposeTransfer } from '#modules/transfers/operations/propose-transfer.server.ts';
import { isProblem } from '#platform/problem.ts';
import { inFreshSession } from '../../checks/authorisation/world.testing.ts';
import type { DoorWorld } from '../../checks/doors/door-world.testing.ts';
import type { MailCatcher } from './mail-catcher.server.ts';

/** Somebody who is at work, what they keep asking for, and what takes the right away. */
export interface Race {
  /** Asked again and again, side by side: whether it was served (or done) this time. */
  asking: (() => Promise<boolean>)[];
  revoke(): Promise<unknown>;
}

export const revocationKinds = [
  'sessions-ended',
  'roles-changed',
  'account-disabled',
  'signed-out',
  'screen-locked',
  'token-revoked',
  'file-closed',
  'reader-taken',
  'message-consent',
  'transfer-consent',
] as const;
export type RevocationKind = (typeof revocationKinds)[number];

const mailOf = (): string => `p${randomUUID()}@people.example`;

export async function setUpRace(kind: RevocationKind, world: DoorWorld, mail: MailCatcher): Promise<Race> {
  const { house, keeper, maker, centre } = world;
  const { clientId } = await registerTestClient(house, maker, { email: { address: mailOf(), safe: true } });
  const awake = async (actor: StaffActor): Promise<StaffActor> => {
    const fresh = await inFreshSession(house, actor);
    if (!isStaff(fresh)) throw new Error('a colleague has a session');
    return fresh;
  };
  const newcomer = async () => (await addTestStaff(house, keeper, ['counsellor'], centre.siteIds[0])).actor;
  const boss = await awake(keeper);
  switch (kind) {
    case 'sessions-ended': {
      const who = await newcomer();
      return work(world, clientId, who, () =>
        execute(house, endStaffSessions, boss, { staffId: who.staffId }),
      );
    }
    case 'roles-changed': {
      const who = await newcomer();
      const proven: StaffActor = { ...boss, steppedUpAt: house.clock.now() };
      const change = { staffId: who.staffId, roles: ['data_officer'], version: 1 };
      return work(world, clientId, who, () => execute(house, changeRoles, proven, change));
    }
    case 'account-disabled': {
      const who = await newcomer();
      const proven: StaffActor = { ...boss, steppedUpAt: house.clock.now() };
      const leaves = { staffId: who.staffId, handOverTo: maker.staffId };
      return work(world, clientId, who, () => execute(house, disableStaff, proven, leaves));
    }
    case 'signed-out': {
      const who = await awake(maker);
      return work(world, clientId, who, () => execute(house, endSession, who, {}));
    }
    case 'screen-locked': {
      const who = await awake(maker);
      return work(world, clientId, who, () => execute(house, lockSession, who, {}));
    }
    case 'token-revoked': {
      const scopes = ['clients.read', 'contacts.read', 'contacts.write'] as const;
      const { tokenId, token } = await makeTestToken(house, boss, [...scopes]);
      const by = { authorization: `Bearer ${token}` };
      return {
        asking: [getting(world, `/api/v1/clients/${clientId}`, by), recording(world, clientId, by)],
        revoke: () => execute(house, revokeToken, boss, { tokenId }),
      };
    }
    case 'file-closed': {
      const who = await awake(world.askers.caseworker as StaffActor);
      return work(world, clientId, who, () =>
        execute(house, restrictClient, maker, { clientId, readers: [], reason: 'for the test' }),
      );
    }
    case 'reader-taken': {
      const who = await awake(world.askers.caseworker as StaffActor);
      const { staffId } = who;
      const closed = { clientId, readers: [staffId, boss.staffId], reason: 'for the test' };
      await execute(house, restrictClient, maker, closed);
      return work(world, clientId, who, () => execute(house, revokeReader, boss, { clientId, staffId }));
    }
    case 'message-consent':
      return messages(world, mail);
    case 'transfer-consent':
      return transfers(world, await awake(maker));
  }
}

/** Reads the file, reads its data, and writes into it, in a browser and by the API. */
function work(world: DoorWorld, clientId: string, who: StaffActor, revoke: Race['revoke']): Race {
  const by = { cookie: `serai=${who.sessionToken}` };
  return {
    asking: [
      getting(world, `/api/v1/clients/${clientId}`, by),
      getting(world, `/staff/people/${clientId}.data`, by),
      recording(world, clientId, by),
    ],
    revoke,
  };
}

const origin = 'http://127.0.0.1:4380';
const plain = { origin, 'sec-fetch-site': 'same-origin', accept: 'application/json' };

/** Served is what says the name that the person was registered with. */
const getting =
  ({ app }: DoorWorld, path: string, by: Record<string, string>) =>
  async (): Promise<boolean> => {
    const answer = await app.fetch(new Request(origin + path, { headers: { ...plain, ...by } }));
    return (await answer.text()).includes('Gulalai');
  };

const recording =
  ({ app }: DoorWorld, clientId: string, by: Record<string, string>) =>
  async (): Promise<boolean> => {
    const headers = { ...plain, ...by, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const body = JSON.stringify(newContact({ clientIds: [clientId] }));
    const answer = await app.fetch(
      new Request(`${origin}/api/v1/contacts`, { method: 'POST', headers, body }),
    );
    await answer.arrayBuffer();
    return answer.status < 300;
  };

/** Reminders that wait are sent one after another; then the person does not want to be written to any more. */
async function messages({ house, maker, centre }: DoorWorld, mail: MailCatcher): Promise<Race> {
  const address = mailOf();
  const person = { email: { address, safe: true } };
  const { clientId } = await registerTestClient(house, maker, person);
  const job = await beginJob(house, centre.centreId);
  const waiting: string[] = [];
  for (let at = 0; at < 16; at += 1) {
    const dueOn = house.clock.now().toISOString().slice(0, 10);
    const { followUpId } = await execute(house, planFollowUp, maker, { clientId, dueOn, way: 'email' });
    await execute(house, sendReminder, job, { followUpId });
  }
  const { rows } = await house.admin.query<{ id: string }>(
    `select id from serai.outbox where client_id = $1 and state = 'waiting'`,
    [clientId],
  );
  waiting.push(...rows.map(({ id }) => id));
  const sendNext = async (): Promise<boolean> => {
    const messageId = waiting.shift();
    if (messageId === undefined) return false;
    // Not all at once: some must be left when the person changes their mind.
    await wait(80);
    const before = mail.took.filter(({ to }) => to === address).length;
    await execute(house, sendMessage, job, { messageId });
    return mail.took.filter(({ to }) => to === address).length > before;
  };
  return {
    asking: [sendNext],
    revoke: () => execute(house, withdrawConsent, maker, { clientId, purposes: ['contact_by_message'] }),
  };
}

/** Files are offered to another centre as long as their people agree; then all of them take it back. */
async function transfers({ house, maker, other }: DoorWorld, who: StaffActor): Promise<Race> {
  const people: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const { clientId } = await registerTestClient(house, maker, {});
    await agreeToTransfer(house, maker, clientId);
    people.push(clientId);
  }
  const waiting = [...people];
  const propose = async (): Promise<boolean> => {
    const clientId = waiting.shift();
    if (clientId === undefined) return false;
    await wait(80);
    try {
      await execute(house, proposeTransfer, who, newTransfer(clientId, other.centreId));
      return true;
    } catch (error) {
      if (isProblem(error) && error.status < 500) return false;
      throw error;
    }
  };
  const takeBack = (clientId: string) =>
    execute(house, withdrawConsent, maker, { clientId, purposes: ['share_for_transfer'] });
  return { asking: [propose], revoke: () => Promise.all(people.map(takeBack)) };
}
