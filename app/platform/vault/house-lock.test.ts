import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { appendAudit } from '../audit/append-audit.server.ts';
import { zeroCentre } from '../audit/audit-event.ts';
import { verifyPending } from '../audit/pending-audit.server.ts';
import { verifyAudit } from '../audit/verify-audit.server.ts';
import { blankEvent } from '../operations/execute.server.ts';
import { openTestHouse, type ReopenableHouse, type TestHouse } from '../testing/test-house.server.ts';
import { openKeyFile } from './root-key.server.ts';
import { unwrapRootWith } from './root-wrap.server.ts';

let open: ReopenableHouse;
let sealed: TestHouse;
let root: Buffer;
const place = { table: 't', column: 'c', row: 'r' };

beforeAll(async () => {
  open = await openTestHouse();
  root = openKeyFile(open.config.keyFile, false);
  sealed = await open.reopen({ sealed: true });
});
afterAll(async () => {
  await sealed?.close();
  await open?.close();
});

const note = (house: TestHouse, action: string) =>
  house.databases.audit
    .transaction()
    .execute((tx) =>
      appendAudit(
        tx,
        house.vault,
        zeroCentre,
        blankEvent(randomUUID(), { name: action, subject: 'house' }, publicActor, house.clock.now()),
      ),
    );
const chained = async (house: TestHouse) =>
  (
    await house.admin.query<{ action: string }>(
      'select action from serai.audit_event order by centre_id, seq',
    )
  ).rows.map(({ action }) => action);

test('a sealed vault neither seals, opens, mints nor recognises', async () => {
  const keyId = await open.vault.keys.mint('person');
  const secret = await open.vault.seal(keyId, place, 'a name');
  const sealedError = { code: 'house.sealed', status: 423 };
  expect(sealed.vault.isSealed).toBe(true);
  expect(sealed.isOpen).toBe(false);
  await expect(sealed.vault.unseal(keyId, place, secret)).rejects.toMatchObject(sealedError);
  await expect(sealed.vault.seal(keyId, place, 'x')).rejects.toMatchObject(sealedError);
  await expect(sealed.vault.keys.mint('person')).rejects.toMatchObject(sealedError);
  await expect(sealed.vault.weekKey('draft', new Date(), 1)).rejects.toMatchObject(sealedError);
  await expect(sealed.files.put(Buffer.from('x'), { keyId, kind: 'proof' })).rejects.toMatchObject(
    sealedError,
  );
  for (const needsKey of [
    () => sealed.vault.mac('staff-email', 'a@example.org'),
    () => sealed.vault.auditMac('x'),
    () => sealed.vault.sealForHouse(place, 'x'),
    () => sealed.vault.unsealForHouse(place, secret),
    () => sealed.vault.wrappingKey(),
    () => sealed.vault.backupKey(),
    () => sealed.vault.auditKey(),
    () => sealed.vault.wrapRoot(randomBytes(32), 'x'),
  ])
    expect(needsKey).toThrow(expect.objectContaining(sealedError));
});

test('guesses are counted while sealed, under a key that is not the one of the open house', () => {
  const hash = sealed.vault.mac('guess', 'account/a');
  expect(sealed.vault.mac('guess', 'account/a').equals(hash)).toBe(true);
  expect(open.vault.mac('guess', 'account/a').equals(hash)).toBe(false);
});

test('the key of another house opens nothing, not even for a moment', async () => {
  const foreign = { code: 'vault.unlock-refused', status: 401 };
  await expect(sealed.unlock(randomBytes(32))).rejects.toMatchObject(foreign);
  await expect(sealed.unlock(Buffer.alloc(0))).rejects.toMatchObject(foreign);
  await expect(sealed.withRoot(randomBytes(32), async () => expect.fail('was let in'))).rejects.toMatchObject(
    foreign,
  );
  expect(sealed.vault.isSealed).toBe(true);
});

test('the root key comes out of a wrap with its own secret and its own context only', () => {
  const secret = randomBytes(32);
  const wrapped = open.vault.wrapRoot(secret, 'staff/a');
  expect(unwrapRootWith(secret, 'staff/a', wrapped).equals(root)).toBe(true);
  expect(() => unwrapRootWith(secret, 'staff/b', wrapped)).toThrow('vault.unlock-refused');
  expect(() => unwrapRootWith(randomBytes(32), 'staff/a', wrapped)).toThrow('vault.unlock-refused');
  expect(() => unwrapRootWith(secret, 'staff/a', Buffer.alloc(0))).toThrow('vault.unlock-refused');
});

test('a view with the key sees, the house around it stays sealed, and afterwards the view knows nothing', async () => {
  const keyId = await open.vault.keys.mint('person');
  const secret = await open.vault.seal(keyId, place, 'a name');
  let view: { vault: TestHouse['vault'] } | undefined;
  const seen = await sealed.withRoot(root, async (opened) => {
    view = opened;
    expect(sealed.vault.isSealed).toBe(true);
    return opened.vault.unseal(keyId, place, secret);
  });
  expect(seen).toBe('a name');
  expect(() => view?.vault.auditKey()).toThrow('house.sealed');
  await expect(view?.vault.unseal(keyId, place, secret)).rejects.toMatchObject({ code: 'house.sealed' });
});

test('what fails while opening leaves the house sealed, and the next attempt goes on from there', async () => {
  const house = await open.reopen({ sealed: true });
  const done: string[] = [];
  await house.onUnlock(() => void done.push('first'));
  await house.onUnlock(() => {
    done.push('second');
    if (done.length < 3) throw new Error('not yet');
  });
  await expect(house.unlock(root)).rejects.toThrow('not yet');
  expect([house.isOpen, house.vault.isSealed]).toEqual([false, true]);
  await house.unlock(root);
  expect(done).toEqual(['first', 'second', 'second']);
  expect(house.isOpen).toBe(true);
  await house.close();
});

test('a pending row that was changed, and one that was taken away, are found and told in the chain', async () => {
  await note(sealed, 'test.one');
  await note(sealed, 'test.two');
  await note(sealed, 'test.three');
  expect(await verifyPending(sealed.databases.audit)).toEqual({ events: 3, findings: [] });
  const { rows } = await open.admin.query<{ seq: string }>(
    'select seq from serai.audit_pending order by seq',
  );
  await open.admin.query("update serai.audit_pending set event = replace(event, 'test.two', 'test.zwo')");
  expect((await verifyPending(sealed.databases.audit)).findings).toEqual([Number(rows[1]?.seq)]);
  await open.admin.query('delete from serai.audit_pending where seq = $1', [rows[2]?.seq]);
  expect((await verifyPending(sealed.databases.audit)).findings).toHaveLength(2);
  const house = await open.reopen({ sealed: true });
  await house.unlock(root);
  expect((await chained(open)).slice(-3)).toEqual(['test.one', 'test.zwo', 'audit.find-break']);
  expect((await verifyAudit(open.databases.audit, house.vault)).findings).toEqual([]);
  await house.close();
});

test('what was recorded while sealed is chained in its order, before anything that comes after, each once', async () => {
  for (const action of ['test.a', 'test.b', 'test.c']) await note(sealed, action);
  expect(await chained(open)).not.toContain('test.a');
  const order: string[] = [];
  await sealed.onUnlock(() => note(sealed, 'test.d'));
  await sealed.onUnlock(() => void order.push(String(sealed.isOpen)));
  await sealed.unlock(root);
  await sealed.unlock(root);
  expect(order).toEqual(['false']);
  expect((await chained(open)).slice(-4)).toEqual(['test.a', 'test.b', 'test.c', 'test.d']);
  expect(await verifyPending(sealed.databases.audit)).toEqual({ events: 0, findings: [] });
  expect((await verifyAudit(open.databases.audit, open.vault)).findings).toEqual([]);
});

test('forged: what only somebody signed in could have done, or is no event, is told and not chained; it keeps no house shut', async () => {
  const made = (given: object) => ({
    ...blankEvent(randomUUID(), { name: 'test.forged', subject: 'client' }, publicActor, open.clock.now()),
    result: 'viewed',
    ...given,
  });
  for (const forged of [
    made({ actorKind: 'staff', actorId: randomUUID(), sessionId: randomUUID(), roles: ['counsellor'] }),
    made({ clientId: randomUUID() }),
    made({ action: 'test.forged\u0000' }),
    made({ itemIds: ['nobody'] }),
    { id: 'x', action: 'test.forged' },
  ])
    await open.databases.audit
      .transaction()
      .execute((tx) =>
        sql`select serai.append_pending(${zeroCentre}, ${JSON.stringify(forged)})`.execute(tx),
      );
  const house = await open.reopen({ sealed: true });
  expect((await verifyPending(house.databases.audit)).findings).toHaveLength(5);
  await house.unlock(root);
  expect(house.isOpen).toBe(true);
  const all = await chained(open);
  expect(all.filter((action) => action.startsWith('test.forged'))).toEqual([]);
  expect(all.at(-1)).toBe('audit.find-break');
  expect((await verifyAudit(open.databases.audit, house.vault)).findings).toEqual([]);
  await house.close();
});

test('a house that people open comes up sealed, and takes no key file for an answer', async () => {
  open.chooseUnlock({ mode: 'person', people: 1 });
  expect(existsSync(open.config.keyFile)).toBe(true);
  const house = await open.reopen();
  expect(house.vault.isSealed).toBe(true);
  await house.close();
  expect(statSync(`${open.config.dataDir}/unlock.json`).mode & 0o077).toBe(0);
  expect(readFileSync(`${open.config.dataDir}/unlock.json`, 'utf8')).not.toContain(root.toString('base64'));
});
