import { chainedLists } from './chained-lists.ts';

/** Fewest digits that find a phone: fewer would show half the register. */
export const fewestPhoneDigits = 4;
const mostDigits = 15;
const bucket = 10 ** fewestPhoneDigits;

/** Digits of any script (Arabic, Persian, Bengali, Devanagari) as 0–9; everything else is left out. */
export function plainDigits(text: string): string {
  const digits: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    for (const zero of [0x30, 0x660, 0x6f0, 0x966, 0x9e6]) {
      if (code >= zero && code <= zero + 9) digits.push(code - zero);
    }
  }
  // Joined at once: a million strings grown sign by sign would hold all their pieces.
  return digits.join('');
}

/** The digits that identify a phone: without the leading zeros of "00" and of national numbers. */
export function phoneCore(text: string): string {
  return plainDigits(text).replace(/^0+/u, '').slice(-mostDigits);
}

/** Whether two phones may be one: equal, or one is the other without its country prefix. */
export function samePhone(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 7 && long.length - short.length <= 4 && long.endsWith(short);
}

/** Finds people by the end of a phone. Values are slots of the owner. */
export interface PhoneBook {
  add(core: string, slot: number): void;
  /** Slots that have a phone with the same last four digits; the owner compares the rest. */
  walk(core: string, visit: (slot: number) => boolean): void;
  bytes(): number;
}

export function phoneBook(): PhoneBook {
  const lists = chainedLists();
  return {
    add(core, slot) {
      if (core.length >= fewestPhoneDigits) lists.add(Number(core) % bucket, slot);
    },
    walk(core, visit) {
      if (core.length >= fewestPhoneDigits) lists.walk(Number(core) % bucket, visit);
    },
    bytes: () => lists.bytes(),
  };
}
