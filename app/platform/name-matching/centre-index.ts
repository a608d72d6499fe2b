import { chainedLists } from './chained-lists.ts';
import { type ComparedNames, compareNames, compareTyped } from './compare-names.ts';
import { growingInts } from './growing-ints.ts';
import type { Hit, IndexedPerson, SearchOptions } from './indexed-person.ts';
import { normaliseName } from './normalise-name.ts';
import { fewestPhoneDigits, phoneBook, phoneCore, plainDigits, samePhone } from './phone-book.ts';
import { prepareName } from './prepare-name.ts';
import type { PreparedWord } from './prepare-word.ts';
import { referenceBook, referenceCore, referenceKeys } from './reference-book.ts';
import { birthReason, duplicateScore } from './duplicate-score.ts';
import { wordDictionary } from './word-dictionary.ts';

/** People of one centre: words, phones and references, each pointing to a numbered slot. */
export interface CentreIndex {
  put(person: IndexedPerson): void;
  remove(id: string): boolean;
  readonly size: number;
  search(text: string, options: SearchOptions): Hit[];
  similar(person: IndexedPerson, options: { limit: number }): Hit[];
  bytes(): number;
}

const mostVisited = 30_000;
const mostRescored = 150;
const endOfName = -1;

interface Slot {
  id: string;
  birthYear: number;
  birthYearPrecise: boolean;
  phones: readonly string[];
  references: readonly string[];
  sex: string | undefined;
  origin: string | undefined;
}

const none: readonly string[] = [];

export function centreIndex(): CentreIndex {
  let words = wordDictionary();
  let peopleOfWord = chainedLists();
  let phones = phoneBook();
  let references = referenceBook();
  let slots: (Slot | undefined)[] = [];
  let nameStart = growingInts();
  let nameWords = growingInts();
  const slotOf = new Map<string, number>();

  function namesAt(slot: number): number[][] {
    const names: number[][] = [];
    let name: number[] = [];
    for (let at = nameStart.at(slot); at < nameWords.length && at < endAt(slot); at++) {
      const word = nameWords.at(at);
      if (word === endOfName) {
        names.push(name);
        name = [];
      } else name.push(word);
    }
    return names;
  }

  function endAt(slot: number): number {
    return slot + 1 < nameStart.length ? nameStart.at(slot + 1) : nameWords.length;
  }

  function add(person: Slot, names: readonly (readonly PreparedOrPlain[])[]): void {
    const slot = slots.length;
    slots.push(person);
    slotOf.set(person.id, slot);
    nameStart.push(nameWords.length);
    const seen = new Set<number>();
    for (const name of names) {
      for (const word of name) {
        const id = words.idOf(word);
        nameWords.push(id);
        if (!seen.has(id)) peopleOfWord.add(id, slot);
        seen.add(id);
      }
      nameWords.push(endOfName);
    }
    for (const phone of person.phones) phones.add(phone, slot);
    for (const reference of person.references) references.add(reference, slot);
  }

  function remove(id: string): boolean {
    const slot = slotOf.get(id);
    if (slot === undefined) return false;
    for (const name of namesAt(slot)) for (const word of name) words.forget(word);
    slots[slot] = undefined;
    slotOf.delete(id);
    if (slots.length > 1000 && slotOf.size < slots.length * 0.6) rebuild();
    return true;
  }

  /** Forgetting leaves holes in the lists; when four in ten are holes, everything is laid out anew. */
  function rebuild(): void {
    const living = [...slotOf.values()].map((slot) => ({
      person: slots[slot] as Slot,
      names: namesAt(slot).map((name) => name.map((word) => words.wordOf(word))),
    }));
    words = wordDictionary();
    peopleOfWord = chainedLists();
    phones = phoneBook();
    references = referenceBook();
    slots = [];
    nameStart = growingInts();
    nameWords = growingInts();
    slotOf.clear();
    for (const { person, names } of living) add(person, names);
  }

  function byDigits(text: string, limit: number): Hit[] {
    const hits = new Map<number, Hit>();
    const core = referenceCore(text);
    references.walk(core, (slot) => {
      const person = slots[slot];
      const whole = person?.references.some((reference) => referenceCore(reference) === core);
      if (person?.references.some((reference) => referenceKeys(referenceCore(reference)).includes(core))) {
        hits.set(slot, { id: person.id, score: whole ? 1 : 0.9, reasons: ['same-reference'] });
      }
      return hits.size < 500;
    });
    const digits = phoneCore(text);
    if (digits.length >= fewestPhoneDigits && !/\p{L}/u.test(text)) {
      phones.walk(digits, (slot) => {
        const person = slots[slot];
        if (!person || hits.has(slot)) return true;
        const same = person.phones.some((phone) => samePhone(phone, digits));
        if (same || person.phones.some((phone) => phone.endsWith(digits))) {
          hits.set(slot, {
            id: person.id,
            score: same ? 0.99 : 0.8,
            reasons: [same ? 'same-phone' : 'phone-ending'],
          });
        }
        return hits.size < 1000;
      });
    }
    return best([...hits.values()], limit);
  }

  /** Slots that share sounding words with the name, the rarest words first, with a rough score. */
  function candidates(name: readonly PreparedWord[], mayBePrefix: boolean, rough: Map<number, number>): void {
    const looked = name.map((word, i) => {
      const near = words.near(word, mayBePrefix && i === name.length - 1);
      let people = 0;
      for (const id of near.keys()) people += words.countOf(id);
      return { near, people };
    });
    looked.sort((a, b) => a.people - b.people);
    let budget = mostVisited;
    for (const [i, { near }] of looked.entries()) {
      if (budget <= 0) break;
      const others = looked.filter((_, j) => j !== i).map((other) => other.near);
      const ordered = [...near].sort((a, b) => b[1] - a[1] || words.countOf(a[0]) - words.countOf(b[0]));
      for (const [word, score] of ordered) {
        if (budget <= 0) break;
        budget -= peopleOfWord.walk(word, (slot) => {
          if (!slots[slot]) return true;
          let total = score;
          for (const other of others) total += bestOf(slot, other);
          if (total > (rough.get(slot) ?? 0)) rough.set(slot, total);
          return --budget > 0;
        });
      }
      budget = Math.min(budget, mostVisited / 4);
    }
  }

  function bestOf(slot: number, near: Map<number, number>): number {
    let found = 0;
    const end = endAt(slot);
    for (let at = nameStart.at(slot); at < end; at++)
      found = Math.max(found, near.get(nameWords.at(at)) ?? 0);
    return found;
  }

  function top(rough: Map<number, number>): number[] {
    return [...rough]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostRescored)
      .map(([slot]) => slot);
  }

  return {
    get size() {
      return slotOf.size;
    },
    put(person) {
      remove(person.id);
      add(
        {
          id: person.id,
          birthYear: person.birthYear ?? 0,
          birthYearPrecise: person.birthYearPrecise ?? true,
          phones: person.phones.length > 0 ? person.phones.map(phoneCore) : none,
          references: person.references.length > 0 ? [...person.references] : none,
          sex: person.sex,
          origin: person.origin,
        },
        person.names.map(normaliseName),
      );
    },
    remove,
    search(text, options) {
      const typed = text.slice(0, 200);
      if (plainDigits(typed) !== '') {
        const found = byDigits(typed, options.limit);
        if (found.length > 0 || !/\p{L}{2}/u.test(typed)) return found;
      }
      const name = prepareName(typed);
      if (name.length === 0 || (name.length === 1 && [...(name[0]?.text ?? '')].length < 2)) return [];
      const rough = new Map<number, number>();
      const prefix = !/\s$/u.test(typed);
      candidates(name, prefix, rough);
      const hits: Hit[] = [];
      for (const slot of top(rough)) {
        const person = slots[slot];
        if (!person) continue;
        let hit: Hit | undefined;
        for (const ids of namesAt(slot)) {
          const { score, reasons } = compareTyped(name, ids.map(words.wordOf), prefix);
          if (!hit || score > hit.score) hit = { id: person.id, score, reasons: [...reasons] };
        }
        if (!hit || hit.score < 0.4) continue;
        const year = birthReason(person.birthYear, options.birthYear);
        if (year) hit.reasons.push(year);
        if (options.birthYear) hit.score *= year ? 1 : person.birthYear ? 0.85 : 0.95;
        hits.push(hit);
      }
      return best(hits, options.limit);
    },
    similar(person, options) {
      const rough = new Map<number, number>();
      const names = person.names.map(prepareName).filter((name) => name.length > 0);
      for (const name of names) candidates(name, false, rough);
      const chosen = new Set(top(rough));
      const cores = person.phones.map(phoneCore);
      for (const core of cores) {
        phones.walk(core, (slot) => {
          if (slots[slot]?.phones.some((phone) => samePhone(phone, core))) chosen.add(slot);
          return chosen.size < 500;
        });
      }
      for (const reference of person.references) {
        const core = referenceCore(reference);
        references.walk(core, (slot) => {
          if (slots[slot]?.references.some((other) => referenceCore(other) === core)) chosen.add(slot);
          return chosen.size < 600;
        });
      }
      const hits: Hit[] = [];
      for (const slot of chosen) {
        const other = slots[slot];
        if (!other || other.id === person.id) continue;
        let name: ComparedNames = { score: 0, reasons: [] };
        for (const ids of namesAt(slot)) {
          const theirs = ids.map(words.wordOf);
          for (const ours of names) {
            const match = compareNames(ours, theirs);
            if (match.score > name.score) name = match;
          }
        }
        const { score, reasons } = duplicateScore(name, person, cores, other);
        if (score >= 0.2) hits.push({ id: other.id, score, reasons });
      }
      return best(hits, options.limit);
    },
    bytes: () =>
      words.bytes() +
      peopleOfWord.bytes() +
      phones.bytes() +
      references.bytes() +
      nameStart.bytes() +
      nameWords.bytes() +
      slots.length * 260 +
      slotOf.size * 100,
  };
}

type PreparedOrPlain = Parameters<ReturnType<typeof wordDictionary>['idOf']>[0];

function best(hits: Hit[], limit: number): Hit[] {
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
