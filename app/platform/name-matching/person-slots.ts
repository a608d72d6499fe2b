import { chainedLists } from './chained-lists.ts';
import { oftenJoined } from './compound-words.ts';
import { growingInts } from './growing-ints.ts';
import type { NameWord } from './normalise-name.ts';
import { prepareWords } from './prepare-name.ts';
import type { PreparedWord } from './prepare-word.ts';
import { type WordDictionary, wordDictionary } from './word-dictionary.ts';

/** The names of people in numbered slots: which words stand in each slot, and which slots hold a word. */
export interface PersonSlots {
  words: WordDictionary;
  add(names: readonly (readonly NameWord[])[]): number;
  /** Takes the words out of the counts; the slot itself stays until everything is laid out anew. */
  forget(slot: number): void;
  /** The names in a slot, ready to be compared. */
  namesAt(slot: number): PreparedWord[][];
  /** The skeletons of all words in a slot, each once. */
  soundsAt(slot: number): number[];
  /** The largest value of `scores` (by word) among the words of a slot. */
  bestOf(slot: number, scores: Float32Array): number;
  /** The largest value of `near` (by skeleton) among the words of a slot. */
  bestSounding(slot: number, near: ReadonlyMap<number, number>): number;
  /** Whoever was visited before is forgotten. */
  newRound(): void;
  /** Whether this slot was not yet visited in this round; it is now. */
  firstVisit(slot: number): boolean;
  walk(word: number, visit: (slot: number) => boolean): number;
  bytes(): number;
}

const endOfName = -1;

export function personSlots(): PersonSlots {
  const words = wordDictionary();
  const people = chainedLists();
  const starts = growingInts();
  const held = growingInts();
  /** The skeleton of each of these words, beside it: asked for people by the thousand. */
  const heldSounds = growingInts();
  /** In which round a slot was last visited; rounds are numbered. */
  let rounds = new Int32Array(0);
  let round = 0;
  const end = (slot: number) => (slot + 1 < starts.length ? starts.at(slot + 1) : held.length);
  return {
    words,
    add(names) {
      const slot = starts.push(held.length);
      const seen = new Set<number>();
      const link = (id: number) => {
        if (!seen.has(id)) people.add(id, slot);
        seen.add(id);
      };
      for (const name of names) {
        for (const [i, word] of name.entries()) {
          const id = words.idOf(word);
          held.push(id);
          heldSounds.push(words.soundOf(id));
          link(id);
          // A compound written apart is found as one word too.
          const next = name[i + 1];
          const after = name[i + 2];
          if (!next || next.script !== word.script || !oftenJoined(word.text, next.text, word.script))
            continue;
          link(words.idOf({ ...word, text: word.text + next.text }));
          if (after?.script === word.script && next.text.length < 4) {
            link(words.idOf({ ...word, text: word.text + next.text + after.text }));
          }
        }
        held.push(endOfName);
        heldSounds.push(endOfName);
      }
      return slot;
    },
    forget(slot) {
      for (let at = starts.at(slot); at < end(slot); at++) if (held.at(at) >= 0) words.forget(held.at(at));
    },
    namesAt(slot) {
      const names: PreparedWord[][] = [];
      let name: PreparedWord[] = [];
      for (let at = starts.at(slot); at < end(slot); at++) {
        if (held.at(at) === endOfName) {
          names.push(prepareWords(name, (word) => word as PreparedWord));
          name = [];
        } else name.push(words.wordOf(held.at(at)));
      }
      return names;
    },
    soundsAt(slot) {
      const sounds = new Set<number>();
      for (let at = starts.at(slot); at < end(slot); at++)
        if (held.at(at) >= 0) for (const sound of words.soundsOf(held.at(at))) sounds.add(sound);
      return [...sounds];
    },
    bestOf(slot, scores) {
      let best = 0;
      const last = end(slot);
      for (let at = starts.at(slot); at < last; at++) {
        const word = held.at(at);
        if (word >= 0 && (scores[word] as number) > best) best = scores[word] as number;
      }
      return best;
    },
    bestSounding(slot, near) {
      let best = 0;
      const last = end(slot);
      for (let at = starts.at(slot); at < last; at++) {
        const score = near.get(heldSounds.at(at)) ?? 0;
        if (score > best) best = score;
      }
      return best;
    },
    newRound() {
      round++;
      if (rounds.length < starts.length) rounds = new Int32Array(starts.length + 4096);
    },
    firstVisit(slot) {
      if (rounds[slot] === round) return false;
      rounds[slot] = round;
      return true;
    },
    walk: (word, visit) => people.walk(word, visit),
    bytes: () =>
      words.bytes() + people.bytes() + starts.bytes() + held.bytes() + heldSounds.bytes() + rounds.byteLength,
  };
}
