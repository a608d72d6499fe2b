import { createHmac, randomBytes } from 'node:crypto';
import type { House } from '#platform/house.server.ts';

/**
 * What happens to the next thing that comes from an address: it is taken, or a plain question in words is put first,
 * or it has to wait. Many people share an address in a mobile network, so that waiting comes late.
 */
export type IntakeAnswer = 'take' | 'ask-first' | 'wait';

export const intakeLimits = {
  /** Things sent from one address in an hour before a plain question is put; before it has to wait. */
  address: { askFirst: 8, wait: 40 },
  /** Questions taken by the whole centre in an hour before everybody is asked the plain question. */
  centre: { askFirst: 60 },
  /** Receipts from one address in an hour that open nothing. */
  guesses: 30,
} as const;

const hour = 3_600_000;
const mostAddresses = 50_000;

/**
 * Counts senders of this process, in memory only: what is not written down cannot be found. Addresses become hashes
 * under a key that lives for a day at most and never leaves the process.
 */
class IntakeLimit {
  private key = randomBytes(32);
  private keyDay = 0;
  private readonly addresses = new Map<string, { since: number; sent: number; guesses: number }>();
  private taken: number[] = [];

  /** Notes one thing sent, and says what is to happen to it. */
  note(address: string | undefined, now: number): IntakeAnswer {
    const sender = this.sender(address, now);
    sender.sent += 1;
    if (sender.sent > intakeLimits.address.wait) return 'wait';
    this.taken = this.taken.filter((at) => at > now - hour);
    const isFull = this.taken.length >= intakeLimits.centre.askFirst;
    return isFull || sender.sent > intakeLimits.address.askFirst ? 'ask-first' : 'take';
  }

  noteTaken(now: number): void {
    this.taken.push(now);
  }

  /** May this address try another receipt? */
  mayGuess(address: string | undefined, now: number): boolean {
    return this.sender(address, now).guesses < intakeLimits.guesses;
  }

  noteWrongGuess(address: string | undefined, now: number): void {
    this.sender(address, now).guesses += 1;
  }

  private sender(address: string | undefined, now: number) {
    const day = Math.floor(now / (24 * hour));
    if (day !== this.keyDay) {
      this.key = randomBytes(32);
      this.keyDay = day;
      this.addresses.clear();
    }
    const name = createHmac('sha256', this.key).update(networkOf(address)).digest('base64');
    const known = this.addresses.get(name);
    if (known && known.since > now - hour) return known;
    const fresh = { since: now, sent: 0, guesses: 0 };
    this.addresses.delete(name);
    this.addresses.set(name, fresh);
    const oldest = this.addresses.keys().next();
    if (this.addresses.size > mostAddresses && !oldest.done) this.addresses.delete(oldest.value);
    return fresh;
  }
}

/** Of an IPv6 address the half that a household shares: the rest changes as its owner likes. */
function networkOf(address: string | undefined): string {
  if (!address) return '';
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [start = '', end] = address.split('::');
  const groups = start.split(':').filter(Boolean);
  const rest = end === undefined ? [] : end.split(':').filter(Boolean);
  const whole = [
    ...groups,
    ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'),
    ...rest,
  ];
  return whole.slice(0, 4).join(':');
}

/** The house's own counter, in this process. */
export function intakeLimit(house: House): IntakeLimit {
  const known = house.resources.get('intake-limit') as IntakeLimit | undefined;
  if (known) return known;
  const made = new IntakeLimit();
  house.resources.set('intake-limit', made);
  return made;
}
