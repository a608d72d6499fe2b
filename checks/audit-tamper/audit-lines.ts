import { createHmac, randomUUID } from 'node:crypto';
import { type AuditEvent, canonicalEvent, genesis } from '#platform/audit/audit-event.ts';
import { publicHalf, type SignedHead, signHead, signingKey } from '#platform/audit/head-signature.ts';

/** One event as an export has it. */
export type EventLine = Omit<AuditEvent, 'sealedDetail'> & {
  kind: 'event';
  centreId: string;
  seq: number;
  previous: string;
  hash: string;
  detailSha256: string | null;
};

export interface Chain {
  centreId: string;
  head: { seq: number; hash: string };
  /** The signed heads that travel with the export. */
  signed: SignedHead[];
  events: EventLine[];
}

/** A record of several centres with everything that an auditor holds beside it. */
export interface AuditRecord {
  chains: Chain[];
  /** The chain's key and the public half of the other. */
  key: Buffer;
  publicKey: Buffer;
  /** Signed heads that somebody kept elsewhere. */
  kept: SignedHead[];
}

/** From 0 up to, not including, 1. */
export type Random = () => number;

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export function pickOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** As the house writes it. */
export function linkOf(key: Buffer, event: Omit<EventLine, 'hash'>): string {
  const { centreId, seq, previous, detailSha256, kind: _kind, ...facts } = event;
  const text = canonicalEvent(centreId, seq, previous, { ...facts, sealedDetail: null }, detailSha256);
  return createHmac('sha256', key).update(text).digest('hex');
}

const actions = [
  'client.view',
  'client.find',
  'contact.record',
  'consent.record',
  'staff.invite',
  'audit.list',
];

/** A genuine record: `centres` chains of `events` events, heads signed about every tenth event and at the end. */
export function makeRecord(
  random: Random,
  { centres, events }: { centres: number; events: number },
): AuditRecord {
  const key = bytesOf(random, 32);
  const signer = signingKey(bytesOf(random, 32));
  const chains: Chain[] = [];
  for (let c = 0; c < centres; c += 1) {
    const centreId = randomUUID();
    const chain: Chain = {
      centreId,
      head: { seq: 0, hash: genesis.toString('hex') },
      signed: [],
      events: [],
    };
    for (let seq = 1; seq <= events; seq += 1) {
      const line = {
        kind: 'event' as const,
        centreId,
        seq,
        previous: chain.head.hash,
        ...inventFacts(random, seq),
      };
      const event = { ...line, hash: linkOf(key, line) };
      chain.events.push(event);
      chain.head = { seq, hash: event.hash };
      if (random() < 0.1 || seq === events)
        chain.signed.push(signHead(signer, { centreId, seq, hash: event.hash, signedAt: event.at }));
    }
    chains.push(chain);
  }
  return { chains, key, publicKey: publicHalf(signer), kept: chains.flatMap(({ signed }) => signed) };
}

function inventFacts(
  random: Random,
  seq: number,
): Omit<AuditEvent, 'sealedDetail'> & { detailSha256: string | null } {
  const detail = random() < 0.4 ? bytesOf(random, 32).toString('hex') : null;
  return {
    id: randomUUID(),
    at: new Date(Date.UTC(2026, 0, 1) + seq * 61_000).toISOString(),
    actorKind: 'staff',
    actorId: randomUUID(),
    sessionId: randomUUID(),
    roles: [pickOf(random, ['counsellor', 'coordinator', 'receptionist'])],
    action: pickOf(random, actions),
    subjectType: 'client',
    subjectId: randomUUID(),
    clientId: random() < 0.7 ? randomUUID() : null,
    relation: 'centre',
    purpose: random() < 0.5 ? 'service' : null,
    fields: random() < 0.5 ? ['identity', 'consents'] : [],
    itemCount: random() < 0.3 ? below(random, 50) : null,
    itemIds: random() < 0.2 ? [randomUUID()] : [],
    result: pickOf(random, ['done', 'viewed', 'refused'] as const),
    detailKey: detail ? randomUUID() : null,
    detailSha256: detail,
  };
}

const bytesOf = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => below(random, 256)));

/** The lines of an export, with the counts that it would end with. */
export function exportLines({ chains, publicKey }: AuditRecord): object[] {
  return [
    { kind: 'start', format: 'serai-audit-export-2', publicKey: publicKey.toString('base64') },
    ...chains.flatMap((chain) => [
      { kind: 'head', centreId: chain.centreId, ...chain.head },
      ...chain.signed.map((head) => ({ kind: 'signed', ...head })),
      ...chain.events,
    ]),
    {
      kind: 'end',
      centres: chains.length,
      events: chains.reduce((sum, { events }) => sum + events.length, 0),
    },
  ];
}
