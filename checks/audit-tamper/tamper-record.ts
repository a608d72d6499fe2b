import { createHash, randomUUID } from 'node:crypto';
import {
  type AuditRecord,
  below,
  type Chain,
  type EventLine,
  linkOf,
  pickOf,
  type Random,
} from './audit-lines.ts';

/** What somebody with the tables, and without the keys, can do to a record. */
export const tamperKinds = [
  'altered-field',
  'altered-detail',
  'deleted-middle',
  'deleted-tail',
  'deleted-chain',
  'inserted',
  'swapped',
  'duplicated',
  'renumbered',
  'moved-to-another-centre',
  'rewritten-with-another-key',
  'rolled-back',
] as const;
export type TamperKind = (typeof tamperKinds)[number];

export interface Tampered {
  record: AuditRecord;
  /** Where a verifier must point. */
  place: { centreId: string; seq: number };
}

type Change = (chain: Chain, random: Random, record: AuditRecord) => Tampered['place'];

/**
 * Tampers with one chain of a record as somebody would who wants it not to show: counts and heads are put right where that
 * needs no key. The record given is left as it is; each chain needs five events at least, and the record two chains.
 */
export function tamperRecord(record: AuditRecord, kind: TamperKind, random: Random): Tampered {
  const copy: AuditRecord = {
    ...record,
    chains: record.chains.map((chain) => ({
      ...chain,
      head: { ...chain.head },
      signed: [...chain.signed],
      events: chain.events.map((event) => ({ ...event })),
    })),
  };
  const chain = pickOf(random, copy.chains);
  return { record: copy, place: changes[kind](chain, random, copy) };
}

/** An event that has neighbours on both sides. */
const middle = (chain: Chain, random: Random): number => 1 + below(random, chain.events.length - 2);

function eventAt(chain: Chain, index: number): EventLine {
  const event = chain.events[index];
  if (!event) throw new Error('there is no such event');
  return event;
}

const placeOf = ({ centreId, seq }: EventLine) => ({ centreId, seq });

const changes: Record<TamperKind, Change> = {
  'altered-field'(chain, random) {
    const event = eventAt(chain, below(random, chain.events.length));
    Object.assign(event, pickOf(random, alterations)(event, random));
    return placeOf(event);
  },
  'altered-detail'(chain, random) {
    const event = eventAt(chain, below(random, chain.events.length));
    event.detailSha256 = createHash('sha256').update(randomUUID()).digest('hex');
    return placeOf(event);
  },
  'deleted-middle'(chain, random) {
    const [gone] = chain.events.splice(middle(chain, random), 1);
    return placeOf(gone as EventLine);
  },
  'deleted-tail'(chain, random) {
    chain.events.splice(chain.events.length - 1 - below(random, 3));
    return { centreId: chain.centreId, seq: chain.head.seq };
  },
  'deleted-chain'(chain, _random, record) {
    record.chains.splice(record.chains.indexOf(chain), 1);
    return { centreId: chain.centreId, seq: chain.head.seq };
  },
  inserted(chain, random) {
    const at = middle(chain, random);
    const before = eventAt(chain, at - 1);
    for (const event of chain.events.slice(at)) event.seq += 1;
    const forged = { ...before, id: randomUUID(), seq: before.seq + 1, previous: before.hash };
    chain.events.splice(at, 0, forged);
    chain.head.seq += 1;
    return placeOf(forged);
  },
  swapped(chain, random) {
    const at = 1 + below(random, chain.events.length - 3);
    const first = eventAt(chain, at);
    const second = eventAt(chain, at + 1);
    [first.seq, second.seq] = [second.seq, first.seq];
    chain.events.splice(at, 2, second, first);
    return placeOf(second);
  },
  duplicated(chain, random) {
    const at = middle(chain, random);
    const event = eventAt(chain, at);
    chain.events.splice(at, 0, { ...event });
    return placeOf(event);
  },
  renumbered(chain, random) {
    const at = middle(chain, random);
    const place = placeOf(eventAt(chain, at));
    for (const event of chain.events.slice(at)) event.seq += 1;
    chain.head.seq += 1;
    return place;
  },
  'moved-to-another-centre'(chain, random, record) {
    const [moved] = chain.events.splice(middle(chain, random), 1);
    const place = placeOf(moved as EventLine);
    const other = pickOf(
      random,
      record.chains.filter((each) => each !== chain),
    );
    const event = {
      ...(moved as EventLine),
      centreId: other.centreId,
      seq: other.head.seq + 1,
      previous: other.head.hash,
    };
    other.events.push(event);
    other.head = { seq: event.seq, hash: event.hash };
    return place;
  },
  'rewritten-with-another-key'(chain, random) {
    const from = below(random, chain.events.length);
    const key = createHash('sha256').update(randomUUID()).digest();
    const place = placeOf(eventAt(chain, from));
    let previous = chain.events[from - 1]?.hash ?? eventAt(chain, from).previous;
    for (const event of chain.events.slice(from)) {
      event.previous = previous;
      event.hash = linkOf(key, event);
      previous = event.hash;
    }
    chain.head.hash = previous;
    return place;
  },
  /** The end cut off, the head turned back to match, and the signed heads that would tell of it taken out too. */
  'rolled-back'(chain, random) {
    const keep = 1 + below(random, chain.events.length - 1);
    chain.events.splice(keep);
    const last = eventAt(chain, keep - 1);
    const lost = chain.signed.find(({ seq }) => seq > last.seq);
    chain.signed = chain.signed.filter(({ seq }) => seq <= last.seq);
    chain.head = { seq: last.seq, hash: last.hash };
    return { centreId: chain.centreId, seq: lost?.seq ?? last.seq + 1 };
  },
};

const alterations: ((event: EventLine, random: Random) => Partial<EventLine>)[] = [
  ({ action }) => ({ action: action === 'client.view' ? 'client.list' : 'client.view' }),
  ({ at }) => ({ at: new Date(new Date(at).getTime() - 3_600_000).toISOString() }),
  () => ({ actorId: randomUUID() }),
  () => ({ clientId: randomUUID() }),
  () => ({ subjectId: null }),
  ({ roles }) => ({ roles: [...roles, 'data_officer'] }),
  ({ result }) => ({ result: result === 'done' ? 'refused' : 'done' }),
  ({ purpose }) => ({ purpose: purpose === 'not-linked' ? 'service' : 'not-linked' }),
  ({ fields }) => ({ fields: fields.length > 0 ? [] : ['identity'] }),
  ({ itemCount }) => ({ itemCount: (itemCount ?? 0) + 1 }),
  ({ itemIds }) => ({ itemIds: itemIds.length > 0 ? [] : [randomUUID()] }),
  () => ({ sessionId: randomUUID() }),
];
