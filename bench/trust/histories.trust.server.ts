import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { openBenchCentre, openBenchHouse } from '../bench-house.server.ts';
import type { HistoryAsk } from './history.child.server.ts';
import { openSessions } from './machine-centre.server.ts';
import { findAnomalies, type FirstState, type HistoryEvent } from './history-record.ts';
import { startHistoryServer } from './history-server.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'histories',
  promise:
    'Whatever 32 people do at once, kills included, it is as if it had been done one after the other: no edit is lost, nobody sees the past, and the audit agrees.',
  unit: 'operations',
  counts: { fast: 4_000, night: 1_000_000, small: 2_500 },
  faults: ['no-version-check', 'merge-without-lock'],
  run,
};

const clients = 32;
const filesAtOnce = 24;

interface KnownFile {
  id: string;
  number: number;
  version: number;
}

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const dataDir = join(folder, 'data');
  const { tokens, siteId } = await prepare(dataDir);
  const server = startHistoryServer(dataDir, fault);
  const random = seededRandom(`histories/${seed}`);
  const events: HistoryEvent[] = [];
  const first = new Map<string, FirstState>();
  const unexpected: string[] = [];
  const files: KnownFile[] = [];
  const progress = { asked: 0 };
  let people = 0;
  let marks = 0;
  let merges = 0;

  /** Asks as one of the colleagues, and tells when. Undefined when it was refused for a reason that may be. */
  async function ask<Said>(what: HistoryAsk, who = 0, mayRefuse: string[] = []) {
    progress.asked += 1;
    const began = performance.now();
    const answer = await server.ask(tokens[who % tokens.length] ?? '', what);
    if ('said' in answer) return { said: answer.said as Said, began, ended: performance.now() };
    if (!mayRefuse.includes(answer.refused.code)) unexpected.push(`${what.do}: ${answer.refused.code}`);
    return undefined;
  }

  async function register(): Promise<KnownFile> {
    const number = (people += 1);
    const made = await ask<{ clientId: string }>({ do: 'register', number, siteId });
    const id = made?.said.clientId ?? '';
    const seen = await ask<{ version: number; value: string }>({ do: 'look', file: id });
    const consent = await ask<{ given: boolean }>({ do: 'asked', file: id });
    const { version, value } = seen?.said ?? { version: 0, value: '' };
    first.set(id, { version, value, given: consent?.said.given ?? false });
    return { id, number, version };
  }

  async function edit(file: KnownFile, who: number): Promise<void> {
    const { id, number, version: seen } = file;
    const value = `mark ${(marks += 1)}`;
    const done = await ask<{ version: number }>({ do: 'edit', file: id, number, seen, value }, who, [
      'conflict.version',
      'clients.merged',
    ]);
    if (!done) return look(file, who);
    file.version = Math.max(file.version, done.said.version);
    events.push({
      kind: 'edit',
      file: id,
      seen,
      made: done.said.version,
      value,
      began: done.began,
      ended: done.ended,
    });
  }

  async function look(file: KnownFile, who: number): Promise<void> {
    const done = await ask<{ version: number; value: string }>({ do: 'look', file: file.id }, who, [
      'clients.merged',
    ]);
    if (!done) return;
    const { said, began, ended } = done;
    file.version = Math.max(file.version, said.version);
    events.push({ kind: 'look', file: file.id, version: said.version, value: said.value, began, ended });
  }

  async function decide(file: KnownFile, who: number): Promise<void> {
    const given = random.chance(0.5);
    const done = await ask({ do: 'decide', file: file.id, given }, who, ['input.invalid', 'clients.merged']);
    if (done) events.push({ kind: 'decision', file: file.id, given, began: done.began, ended: done.ended });
    const seen = await ask<{ given: boolean }>({ do: 'asked', file: file.id }, who);
    if (seen)
      events.push({
        kind: 'asked',
        file: file.id,
        given: seen.said.given,
        began: seen.began,
        ended: seen.ended,
      });
  }

  /** Two fresh files become one while others still work on the one that goes. */
  async function merge(who: number): Promise<void> {
    const [kept, away] = [await register(), await register()];
    await edit(away, who);
    const proposed = await ask<{ mergeId: string; survivorVersion: number; mergedVersion: number }>(
      { do: 'propose', file: kept.id, away: away.id },
      who,
    );
    if (!proposed) return;
    const seen = proposed.said.mergedVersion;
    const late = Array.from({ length: 3 }, async (_, at) => {
      await delay(at * 3);
      await edit({ ...away }, who + at + 2);
    });
    const done = await ask({ do: 'confirm', ...proposed.said }, who + 1, [
      'conflict.version',
      'duplicates.changed-since',
    ]);
    await Promise.all(late);
    if (!done) return;
    merges += 1;
    events.push({
      kind: 'merge',
      file: kept.id,
      away: away.id,
      awaySeen: seen,
      began: done.began,
      ended: done.ended,
    });
  }

  async function work(who: number): Promise<void> {
    while (progress.asked < count) {
      const at = random.int(0, files.length - 1);
      const file = files[at];
      if (!file) return;
      const lot = random.int(0, 99);
      if (lot < 40) await edit(file, who);
      else if (lot < 75) await look(file, who);
      else if (lot < 97) await decide(file, who);
      else if (lot < 98) await merge(who);
      // Somebody else is worked on from now on: no file is edited for ever.
      else if (lot === 98 && random.chance(0.2)) files[at] = await register();
      else await look(file, who);
    }
  }

  const broken: string[] = [];
  const began = performance.now();
  const done = { value: false };
  try {
    files.push(...(await Promise.all(Array.from({ length: filesAtOnce }, register))));
    const killing = killNowAndThen(server, done, count, () => progress.asked, tell);
    await Promise.all(Array.from({ length: clients }, (_, who) => work(who)));
    done.value = true;
    await killing;
  } catch (error) {
    done.value = true;
    broken.push(error instanceof Error ? error.message : String(error));
  }
  const took = (performance.now() - began) / 1000;
  await server.end();
  const disagreements = await compareWithAudit(dataDir, events);
  const anomalies = [...findAnomalies(events, first), ...disagreements, ...unexpected, ...broken];
  return {
    done: progress.asked,
    wrong: anomalies.length,
    faults: anomalies,
    figures: {
      'operations a second': (progress.asked / took).toFixed(0),
      history: `${events.length.toLocaleString('en-GB')} events on ${first.size} files, ${merges} merges, ${server.kills} kills`,
    },
  };
}

/** kill -9 of the house, about thirty times in a run, at other moments each time. */
async function killNowAndThen(
  server: { kill(): void; readonly kills: number },
  done: { value: boolean },
  count: number,
  asked: () => number,
  tell: (line: string) => void,
): Promise<void> {
  const every = Math.max(600, Math.round(count / 30));
  for (let next = every; !done.value; await delay(25)) {
    if (asked() < next) continue;
    server.kill();
    next = asked() + every;
    if (server.kills % 5 === 0) tell(`${asked()} operations, ${server.kills} kills`);
  }
}

async function prepare(dataDir: string): Promise<{ tokens: string[]; siteId: string }> {
  const { house, close } = await openBenchHouse(dataDir);
  const centre = await openBenchCentre(house);
  const staff = [
    'counsellor1',
    'counsellor2',
    'counsellor3',
    'counsellor4',
    'counsellor5',
    'counsellor6',
    'caseworker',
  ];
  const tokens: string[] = [];
  for (const id of staff) {
    const actor = centre.staff.get(id);
    if (actor) tokens.push(...(await openSessions(house, actor, 1)));
  }
  await close();
  return { tokens, siteId: centre.siteIds[0] ?? '' };
}

/** Every acknowledged edit has one row in the audit, in the order of the versions, and the chain is whole. */
async function compareWithAudit(dataDir: string, events: readonly HistoryEvent[]): Promise<string[]> {
  const { house, admin, close } = await openBenchHouse(dataDir);
  try {
    const told = await admin.query<{ id: string; times: string[] }>(
      `select subject_id as id, array_agg(extract(epoch from at)::text order by seq) as times from audit_event
       where action = 'client.update' and result = 'done' and fields <> '{}' group by subject_id`,
    );
    const kept = await admin.query<{ id: string; times: string[] }>(
      `select r.client_id as id, array_agg(extract(epoch from changed_at)::text order by version) as times from client_revision r
       where not exists (select 1 from client_merge m where m.survivor_id = r.client_id) group by client_id`,
    );
    const byFile = new Map(told.rows.map(({ id, times }) => [id, times]));
    const wrong = kept.rows
      .filter(({ id, times }) => byFile.get(id)?.join() !== times.join())
      .map(({ id }) => `${id}: the audit tells its edits otherwise than its versions`);
    const edits = Map.groupBy(
      events.filter((each) => each.kind === 'edit'),
      ({ file }) => file,
    );
    for (const [id, made] of edits)
      if (byFile.get(id)?.length !== made.length)
        wrong.push(
          `${id}: ${made.length} edits were acknowledged, ${byFile.get(id)?.length ?? 0} stand in the audit`,
        );
    const { findings } = await verifyAudit(house.databases.audit, house.vault);
    return [...wrong, ...findings.map(({ kind, seq }) => `audit: ${kind} at ${seq}`)];
  } finally {
    await close();
  }
}
