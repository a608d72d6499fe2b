import { chainedLists } from './chained-lists.ts';
import { plainDigits } from './phone-book.ts';

const part = /[\p{L}]+|\p{Nd}+/gu;

/** A file number or card in one spelling: small letters, no signs between, runs of digits without leading zeros. */
export function referenceCore(text: string): string {
  const parts: string[] = [];
  for (const match of text.slice(0, 64).toLowerCase().matchAll(part)) {
    parts.push(/\p{Nd}/u.test(match[0]) ? plainDigits(match[0]).replace(/^0+(?=\d)/u, '') : match[0]);
  }
  return parts.join('-');
}

/** Spellings under which a reference is found: whole, without its letters, its last number alone, unbroken. */
export function referenceKeys(reference: string): string[] {
  const core = referenceCore(reference);
  const parts = core.split('-');
  const last = parts.at(-1) ?? '';
  const unbroken = plainUnbroken(reference);
  const keys = new Set([core, referenceCore(unbroken)]);
  if (parts.length > 1 && /\d/u.test(last)) keys.add(last);
  if (parts.length > 2 && /^\D/u.test(parts[0] ?? '')) keys.add(parts.slice(1).join('-'));
  keys.delete('');
  return [...keys];
}

function plainUnbroken(reference: string): string {
  return reference.slice(0, 64).replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** File numbers start with letters and hold a year and a number; all else is taken for a card. */
export function referenceReason(reference: string): 'same-file-number' | 'same-card' {
  return /^\p{L}+-\d/u.test(referenceCore(reference)) && referenceCore(reference).split('-').length === 3
    ? 'same-file-number'
    : 'same-card';
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 2;
}

/** Finds people by file number or card. Values are slots of the owner, who compares the reference itself. */
export interface ReferenceBook {
  add(reference: string, slot: number): void;
  walk(core: string, visit: (slot: number) => boolean): void;
  bytes(): number;
}

export function referenceBook(): ReferenceBook {
  const lists = chainedLists();
  return {
    add(reference, slot) {
      for (const key of referenceKeys(reference)) lists.add(hash(key), slot);
    },
    walk(core, visit) {
      lists.walk(hash(core), visit);
    },
    bytes: () => lists.bytes(),
  };
}
