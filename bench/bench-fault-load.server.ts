import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#app/demo/seeded-random.ts';

export type WriteKind = 'person' | 'arrival' | 'visitor' | 'talk' | 'void';

/** A write whose answer came: from here on it must be there, once. */
export interface Acknowledged {
  kind: WriteKind;
  number: number;
  key: string;
  /** Of what was written. */
  id: string;
}

export interface FaultLoad {
  readonly acknowledged: Acknowledged[];
  /** Answers by status; 0 stands for a connection that broke. */
  readonly seen: Map<number, number>;
  /** What must never happen, in words. */
  readonly faults: string[];
  /** Answers 503 and 507 that did not say when to come back, or took longer than they may. */
  readonly unclear: string[];
  run(workers: number): void;
  /** No new writes; those under way are tried until they are acknowledged. @throws when that takes too long */
  settle(patience: number): Promise<void>;
  /** Sends some acknowledged writes once more with their own keys: the answer must be the same. */
  repeatSome(count: number): Promise<void>;
}

interface Where {
  url: string;
  token: string;
  /** Further sessions of the same person, taken in turn: one alone may only call the API so often in a minute. */
  moreTokens?: readonly string[];
  siteId: string;
  /** People to talk to. */
  clientIds: readonly string[];
}

const kinds: readonly WriteKind[] = ['talk', 'person', 'visitor', 'arrival', 'talk', 'visitor', 'void'];
const mayTake = 12_000;

/** Mixed writes and reads through the pages and the API, each write repeated under its key until it is acknowledged. */
export function createFaultLoad({ url, token, moreTokens = [], siteId, clientIds }: Where): FaultLoad {
  const acknowledged: Acknowledged[] = [];
  const seen = new Map<number, number>();
  const faults: string[] = [];
  const unclear: string[] = [];
  const tokens = [token, ...moreTokens];
  const headersFor = (number: number) => ({
    cookie: `serai=${tokens[number % tokens.length]}`,
    'sec-fetch-site': 'same-origin',
    origin: url,
  });
  const open = new Set<Promise<void>>();
  const voided = new Set<string>();
  let next = 0;
  const state = { stopped: true };

  function request(
    kind: WriteKind,
    number: number,
    key: string,
    target: string | undefined,
  ): Promise<Response> {
    const random = seededRandom(`fault/${number}`);
    const headers = headersFor(number);
    const api = (path: string, body: object) =>
      fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(mayTake + 8_000),
      });
    const form = (path: string, fields: Record<string, string>) =>
      fetch(url + path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ _key: key, ...fields }),
        redirect: 'manual',
        signal: AbortSignal.timeout(mayTake + 8_000),
      });
    const talk = {
      channel: 'in_person_centre',
      minutes: 10 + (number % 40),
      language: 'ur',
      topics: ['visa_procedure'],
      result: 'information_given',
      stayOptionExplained: true,
      siteId,
      note: `fault note ${number}`,
    };
    switch (kind) {
      case 'person':
        return form('/staff/people/new', {
          'names[0].given': `Fault ${number}`,
          'names[0].family': random.pick(['Ahmadi', 'Khan', 'Miah']),
          sex: 'female',
          stage: 'intending',
          'languages[0]': 'ur',
          registerAnyway: 'yes',
          'consent.explainedIn': 'ur',
          'consent.form': 'written_signature',
          'consent.explained': 'all',
          'consent.decisions.service_and_record': 'given',
          'consent.decisions.contact_by_phone': 'refused',
        });
      case 'arrival':
        return form('/staff/desk?do=register', { siteId, visitReason: 'info', note: `coat ${number}` });
      case 'visitor':
        return api('/contacts', { ...talk, who: 'anonymous' });
      case 'talk':
        return api('/contacts', {
          ...talk,
          who: 'client',
          clientIds: [clientIds[number % clientIds.length]],
        });
      case 'void':
        return api(`/contacts/${target}/void`, { version: 1, reason: 'Recorded twice.' });
    }
  }

  async function idOf(kind: WriteKind, answer: Response): Promise<string | undefined> {
    if (kind === 'person')
      return /\/staff\/people\/([\da-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
    if (kind === 'arrival') return /arrival=([\da-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
    return ((await answer.json()) as { contactId?: string }).contactId;
  }

  /** One attempt. Undefined when it must be tried again. */
  async function attempt(
    kind: WriteKind,
    number: number,
    key: string,
    target: string | undefined,
  ): Promise<string | undefined> {
    const began = performance.now();
    try {
      const answer = await request(kind, number, key, target);
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      const took = performance.now() - began;
      if (answer.status < 400) {
        const id = await idOf(kind, answer);
        if (!id)
          faults.push(
            `${kind} ${number}: answered ${answer.status} without saying what was written (${answer.headers.get('location') ?? ''})`,
          );
        return id ?? 'lost';
      }
      await answer.arrayBuffer();
      if (answer.status === 503 && !answer.headers.has('retry-after'))
        unclear.push(`${kind}: 503 without Retry-After`);
      if ((answer.status === 503 || answer.status === 507) && took > mayTake)
        unclear.push(`${kind}: ${answer.status} only after ${(took / 1000).toFixed(0)} s`);
      if (answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
        faults.push(`${kind} ${number}: refused with ${answer.status}`);
        return 'refused';
      }
      if (answer.status === 500) faults.push(`${kind} ${number}: answered 500`);
    } catch {
      seen.set(0, (seen.get(0) ?? 0) + 1);
    }
    return undefined;
  }

  async function write(): Promise<void> {
    const number = next;
    next += 1;
    let kind = kinds[number % kinds.length] ?? 'visitor';
    const target =
      kind === 'void'
        ? acknowledged.find(({ kind: what, id }) => what === 'visitor' && !voided.has(id))?.id
        : undefined;
    if (kind === 'void' && !target) kind = 'visitor';
    if (target) voided.add(target);
    const key = `fault-load/${number}/${token.slice(0, 6)}`;
    for (;;) {
      const id = await attempt(kind, number, key, target);
      if (id === 'lost' || id === 'refused') return;
      if (id !== undefined) {
        acknowledged.push({ kind, number, key, id });
        return;
      }
      await delay(100 + (number % 7) * 30);
    }
  }

  async function look(number: number): Promise<void> {
    try {
      const answer = await fetch(`${url}${number % 2 === 0 ? '/api/v1/contacts' : '/staff'}`, {
        headers: headersFor(number),
        signal: AbortSignal.timeout(mayTake + 8_000),
      });
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      await answer.arrayBuffer();
      if (answer.status === 500) faults.push('a page answered 500');
    } catch {
      seen.set(0, (seen.get(0) ?? 0) + 1);
    }
  }

  return {
    acknowledged,
    seen,
    faults,
    unclear,
    run(workers) {
      state.stopped = false;
      for (let worker = 0; worker < workers; worker += 1) {
        const loop = (async () => {
          while (!state.stopped) await (worker === 0 ? Promise.all([look(next), delay(40)]) : write());
        })();
        const tracked: Promise<void> = loop.then(() => void open.delete(tracked));
        open.add(tracked);
      }
    },
    async settle(patience) {
      state.stopped = true;
      const late = delay(patience, 'late', { ref: false });
      if ((await Promise.race([Promise.all(open), late])) === 'late')
        throw new Error('writes were still not acknowledged');
    },
    async repeatSome(count) {
      for (const { kind, number, key, id } of acknowledged
        .filter(({ kind: what }) => what !== 'void')
        .slice(-count)) {
        for (let tries = 0; tries < 50; tries += 1) {
          const again = await attempt(kind, number, key, undefined);
          if (again === undefined) {
            await delay(200);
            continue;
          }
          if (again !== id) faults.push(`${kind} ${number}: the same key gave ${again} after ${id}`);
          break;
        }
      }
    },
  };
}
