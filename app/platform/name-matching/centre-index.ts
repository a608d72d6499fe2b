import { type ComparedNames, compareNames, compareTyped } from './compare-names.ts';
import { duplicateCandidates } from './duplicate-candidates.ts';
import {
  birthReason,
  type ComparedPeople,
  duplicateFeatures,
  duplicateScore,
  type NameEvidence,
  noName,
} from './duplicate-score.ts';
import { type GrowingInts, growingInts } from './growing-ints.ts';
import type { Hit, IndexedPerson, SearchOptions, SimilarToOptions } from './indexed-person.ts';
import { nameCandidates, searchLimits } from './name-candidates.ts';
import { type NameWord, normaliseName } from './normalise-name.ts';
import { packedFacts, packedOdds } from './packed-facts.ts';
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
import type { PreparedWord } from './prepare-word.ts';
import {
  type ReferenceBook,
  referenceBook,
  referenceCore,
  referenceKeys,
  referenceReason,
} from './reference-book.ts';
import { type SoundBook, soundBook } from './sound-book.ts';
import { linesOf, type SlotFacts, slotFacts } from './slot-facts.ts';

/** People of one centre: words, phones and references, each pointing to a numbered slot. */
export interface CentreIndex {
  put(person: IndexedPerson): void;
  /** Answers whether the person was here. */
  remove(id: string): boolean;
  has(id: string): boolean;
  readonly size: number;
  search(text: string, options: SearchOptions): Hit[];
  similar(person: IndexedPerson, options: { limit: number }): Hit[];
  similarTo(id: string, options: SimilarToOptions): Hit[];
  compare(a: string, b: string): ComparedPeople | undefined;
  features(a: string, b: string): ReturnType<typeof duplicateFeatures> | undefined;
  bytes(): number;
}

const nobody = -1;
const weakestHit = 0.4;
const weakestDuplicate = 0.2;
/** People with one phone or one reference who are compared: a broker's phone stands in hundreds of files. */
const mostSharing = 300;

export function centreIndex(): CentreIndex {
  let names: PersonSlots = personSlots();
  let phones: PhoneBook = phoneBook();
  let references: ReferenceBook = referenceBook();
  let sounds: SoundBook = soundBook();
  let facts: (SlotFacts | undefined)[] = [];
  /** The same, packed; `nobody` where somebody was removed. */
  let packed: GrowingInts = growingInts();
  const packer = packedFacts();
  const slotOf = new Map<string, number>();
  const alive = (slot: number) => facts[slot] !== undefined;

  function add(person: SlotFacts, words: readonly (readonly NameWord[])[]): void {
    const slot = names.add(words);
    facts[slot] = person;
    packed.push(packer.pack(person));
    slotOf.set(person.id, slot);
    sounds.add(names.soundsAt(slot), person.birthYear, slot);
    for (const phone of linesOf(person.phones)) phones.add(phone, slot);
    for (const reference of linesOf(person.references)) references.add(reference, slot);
  }

  function remove(id: string): boolean {
    const slot = slotOf.get(id);
    if (slot === undefined) return false;
    names.forget(slot);
    facts[slot] = undefined;
    packed.set(slot, nobody);
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
    sounds = soundBook();
    facts = [];
    packed = growingInts();
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

  function suspectsOf(person: SlotFacts, given: readonly PreparedWord[][], onlyLater = false): Hit[] {
    const own = given.filter((name) => name.length > 0);
    const facing = packer.pack(person);
    const self = slotOf.get(person.id) ?? -1;
    const fit = (slot: number): number => {
      const other = packed.at(slot);
      return other === nobody || slot === self ? -Infinity : packedOdds(facing, other);
    };
    const chosen = new Set(
      own.flatMap((name) => duplicateCandidates(names, sounds, { name, birthYear: person.birthYear, fit })),
    );
    for (const core of linesOf(person.phones)) {
      phones.walk(core, (slot) => {
        if (linesOf(facts[slot]?.phones ?? '').some((phone) => samePhone(phone, core))) chosen.add(slot);
        return chosen.size < mostSharing;
      });
    }
    // Nobody of the index shares a number with another: files and cards have each their own.
    for (const reference of self >= 0 ? [] : linesOf(person.references)) {
      references.walk(referenceCore(reference), (slot) => {
        if (alive(slot)) chosen.add(slot);
        return chosen.size < mostSharing;
      });
    }
    const hits: Hit[] = [];
    for (const slot of chosen) {
      const other = facts[slot];
      if (!other || other.id === person.id || (onlyLater && other.id < person.id)) continue;
      const { score, reasons } = duplicateScore(nameEvidence(own, slot), person, other);
      if (score >= weakestDuplicate) hits.push({ id: other.id, score, reasons });
    }
    return hits;
  }

  function together<Answer>(
    a: string,
    b: string,
    of: (name: NameEvidence, one: SlotFacts, other: SlotFacts) => Answer,
  ): Answer | undefined {
    const [left, right] = [slotOf.get(a) ?? -1, slotOf.get(b) ?? -1];
    const [one, other] = [facts[left], facts[right]];
    return one && other ? of(nameEvidence(names.namesAt(left), right), one, other) : undefined;
  }

  /** The best of all pairs of names, with how rare a name is that fits so well. */
  function nameEvidence(own: readonly PreparedWord[][], slot: number): NameEvidence {
    let found = noName;
    for (const theirs of names.namesAt(slot)) {
      for (const ours of own) {
        const { score, reasons, words } = compareNames(ours, theirs);
        if (score <= found.score) continue;
        let rarity = -Math.log(slotOf.size + 1);
        for (const word of words) rarity += Math.log((slotOf.size + 20) / names.words.bearers(word));
        found = { score, reasons, rarity };
      }
    }
    return found;
  }

  return {
    get size() {
      return slotOf.size;
    },
    has: (id) => slotOf.has(id),
    put(person) {
      remove(person.id);
      add(slotFacts(person), person.names.map(normaliseName));
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
    similar: (person, { limit }) => best(suspectsOf(slotFacts(person), person.names.map(prepareName)), limit),
    similarTo(id, { limit, onlyLater = false }) {
      const slot = slotOf.get(id);
      const person = slot === undefined ? undefined : facts[slot];
      return slot === undefined || !person
        ? []
        : best(suspectsOf(person, names.namesAt(slot), onlyLater), limit);
    },
    compare: (a, b) => together(a, b, duplicateScore),
    features: (a, b) => together(a, b, duplicateFeatures),
    bytes: () =>
      names.bytes() +
      phones.bytes() +
      references.bytes() +
      sounds.bytes() +
      packed.bytes() +
      facts.length * 330 +
      slotOf.size * 60,
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
