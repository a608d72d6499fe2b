import { type ComparedNames, compareNames, compareTyped } from './compare-names.ts';
import { birthReason, duplicateScore } from './duplicate-score.ts';
import type { Hit, IndexedPerson, SearchOptions } from './indexed-person.ts';
import { duplicateLimits, nameCandidates, searchLimits } from './name-candidates.ts';
import { type NameWord, normaliseName } from './normalise-name.ts';
import { type PersonSlots, personSlots } from './person-slots.ts';
import {
  fewestPhoneDigits,
  type PhoneBook,
  phoneBook,
  phoneCore,
  plainDigits,
  samePhone,
} from './phone-book.ts';
import { prepareName } from './prepare-name.ts';
import {
  type ReferenceBook,
  referenceBook,
  referenceCore,
  referenceKeys,
  referenceReason,
} from './reference-book.ts';
import { linesOf, type SlotFacts } from './slot-facts.ts';

/** People of one centre: words, phones and references, each pointing to a numbered slot. */
export interface CentreIndex {
  put(person: IndexedPerson): void;
  /** Answers whether the person was here. */
  remove(id: string): boolean;
  has(id: string): boolean;
  readonly size: number;
  search(text: string, options: SearchOptions): Hit[];
  similar(person: IndexedPerson, options: { limit: number }): Hit[];
  bytes(): number;
}

const weakestHit = 0.4;
const weakestDuplicate = 0.2;
export function centreIndex(): CentreIndex {
  let names: PersonSlots = personSlots();
  let phones: PhoneBook = phoneBook();
  let references: ReferenceBook = referenceBook();
  let facts: (SlotFacts | undefined)[] = [];
  const slotOf = new Map<string, number>();
  const alive = (slot: number) => facts[slot] !== undefined;

  function add(person: SlotFacts, words: readonly (readonly NameWord[])[]): void {
    const slot = names.add(words);
    facts[slot] = person;
    slotOf.set(person.id, slot);
    for (const phone of linesOf(person.phones)) phones.add(phone, slot);
    for (const reference of linesOf(person.references)) references.add(reference, slot);
  }

  function remove(id: string): boolean {
    const slot = slotOf.get(id);
    if (slot === undefined) return false;
    names.forget(slot);
    facts[slot] = undefined;
    slotOf.delete(id);
    if (facts.length > 1000 && slotOf.size < facts.length * 0.6) rebuild();
    return true;
  }

  /** Forgetting leaves holes in the lists; when four in ten are holes, everything is laid out anew. */
  function rebuild(): void {
    const living = [...slotOf.values()].map(
      (slot) => [facts[slot] as SlotFacts, names.namesAt(slot)] as const,
    );
    names = personSlots();
    phones = phoneBook();
    references = referenceBook();
    facts = [];
    slotOf.clear();
    for (const [person, words] of living) add(person, words);
  }

  function byNumber(text: string): Hit[] {
    const hits = new Map<number, Hit>();
    const core = referenceCore(text);
    references.walk(core, (slot) => {
      const person = facts[slot];
      for (const reference of linesOf(person?.references ?? '')) {
        if (!person || !referenceKeys(reference).includes(core)) continue;
        const whole = referenceCore(reference) === core;
        const reason = referenceReason(reference);
        if (whole || !hits.has(slot))
          hits.set(slot, { id: person.id, score: whole ? 1 : 0.9, reasons: [reason] });
      }
      return hits.size < 300;
    });
    const digits = phoneCore(text);
    if (digits.length < fewestPhoneDigits || /\p{L}/u.test(text)) return [...hits.values()];
    phones.walk(digits, (slot) => {
      const person = facts[slot];
      if (!person || hits.has(slot)) return true;
      const same = linesOf(person.phones).some((phone) => samePhone(phone, digits));
      if (same) hits.set(slot, { id: person.id, score: 0.99, reasons: ['same-phone'] });
      else if (linesOf(person.phones).some((phone) => phone.endsWith(digits))) {
        hits.set(slot, { id: person.id, score: 0.8, reasons: ['phone-ending'] });
      }
      return hits.size < 600;
    });
    return [...hits.values()];
  }

  return {
    get size() {
      return slotOf.size;
    },
    has: (id) => slotOf.has(id),
    put(person) {
      remove(person.id);
      const slot: SlotFacts = {
        id: person.id,
        birthYear: person.birthYear ?? 0,
        birthYearPrecise: person.birthYearPrecise ?? true,
        phones: person.phones.map(phoneCore).join('\n'),
        references: person.references
          .map((reference) => reference.slice(0, 64).replaceAll('\n', ' '))
          .join('\n'),
        sex: person.sex,
        origin: person.origin,
      };
      add(slot, person.names.map(normaliseName));
    },
    remove,
    search(text, options) {
      const typed = text.slice(0, 200).toWellFormed();
      if (plainDigits(typed) !== '') {
        const found = byNumber(typed);
        if (found.length > 0 || !/\p{L}{2}/u.test(typed)) return best(found, options.limit);
      }
      const name = prepareName(typed);
      if (name.length === 0 || (name.length === 1 && (name[0]?.text.length ?? 0) < 2)) return [];
      const unfinished = !/\s$/u.test(typed);
      const hits: Hit[] = [];
      for (const slot of nameCandidates(names, alive, name, unfinished, searchLimits)) {
        const person = facts[slot];
        const match =
          person && bestName(names.namesAt(slot).map((own) => compareTyped(name, own, unfinished)));
        if (!person || !match || match.score < weakestHit) continue;
        const hit: Hit = { id: person.id, score: match.score, reasons: [...match.reasons] };
        if (options.birthYear) {
          const year = birthReason(person.birthYear, options.birthYear);
          if (year) hit.reasons.push(year);
          else hit.score *= person.birthYear ? 0.85 : 0.95;
        }
        hits.push(hit);
      }
      return best(hits, options.limit);
    },
    similar(person, options) {
      const own = person.names.map(prepareName).filter((name) => name.length > 0);
      const chosen = new Set(
        own.flatMap((name) => nameCandidates(names, alive, name, false, duplicateLimits)),
      );
      const cores = person.phones.map(phoneCore);
      for (const core of cores) {
        phones.walk(core, (slot) => {
          if (linesOf(facts[slot]?.phones ?? '').some((phone) => samePhone(phone, core))) chosen.add(slot);
          return chosen.size < 300;
        });
      }
      for (const reference of person.references) {
        references.walk(referenceCore(reference), (slot) => {
          if (alive(slot)) chosen.add(slot);
          return chosen.size < 400;
        });
      }
      const hits: Hit[] = [];
      for (const slot of chosen) {
        const other = facts[slot];
        if (!other || other.id === person.id) continue;
        const name = bestName(
          names.namesAt(slot).flatMap((theirs) => own.map((ours) => compareNames(ours, theirs))),
        );
        const { score, reasons } = duplicateScore(name ?? { score: 0, reasons: [] }, person, cores, other);
        if (score >= weakestDuplicate) hits.push({ id: other.id, score, reasons });
      }
      return best(hits, options.limit);
    },
    bytes: () => names.bytes() + phones.bytes() + references.bytes() + facts.length * 330 + slotOf.size * 60,
  };
}

function bestName(matches: readonly ComparedNames[]): ComparedNames | undefined {
  let found: ComparedNames | undefined;
  for (const match of matches) if (!found || match.score > found.score) found = match;
  return found;
}

function best(hits: Hit[], limit: number): Hit[] {
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, Math.max(0, limit));
}
