import { chainedLists } from './chained-lists.ts';
import { compareWords } from './compare-words.ts';
import { growingInts } from './growing-ints.ts';
import { knownGroups } from './known-names.ts';
import type { NameWord } from './normalise-name.ts';
import { type PreparedWord, prepareWord } from './prepare-word.ts';
import {
  asShortened,
  beginningKey,
  knownKey,
  mistakenKeys,
  shorterKeys,
  soundClasses,
  wholeKey,
} from './sound-skeleton.ts';
import { soundsOf } from './word-sounds.ts';

/** Scores under this are no match at all. */
const weakestWord = 0.4;
const weakestBeginning = 0.45;
/** How many words are compared letter by letter for one word typed, and for its beginning in other scripts. */
const mostCompared = 500;
const mostBegun = 400;
const mostLooked = 20_000;
const prefixDepth = 3;
const mostPrepared = 60_000;

/** Every distinct word of the names of one centre, and which of them sound like a given word. */
export interface WordDictionary {
  readonly size: number;
  /** The id of a word, new or known; counts one more use. */
  idOf(word: NameWord): number;
  forget(id: number): void;
  countOf(id: number): number;
  wordOf(id: number): PreparedWord;
  /** Ids with score of the words that may be the same name, or that may begin with it. */
  near(word: PreparedWord, mayBeBeginning: boolean): Map<number, number>;
  /** The skeleton of a word. */
  soundOf(id: number): number;
  /** All skeletons under which the word is looked for. */
  soundsOf(id: number): readonly number[];
  /** How many uses sound like this word. */
  bearers(word: PreparedWord): number;
  bytes(): number;
}

export function wordDictionary(): WordDictionary {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const scripts: NameWord['script'][] = [];
  const counts = growingInts();
  const lists = chainedLists();
  const uses = new Map<number, number>();
  let prepared = new Map<number, PreparedWord>();
  let textBytes = 0;

  function wordOf(id: number): PreparedWord {
    let word = prepared.get(id);
    if (!word) {
      word = prepareWord({ text: texts[id] as string, script: scripts[id] ?? 'other', capitals: 0 });
      if (prepared.size >= mostPrepared) prepared = new Map();
      prepared.set(id, word);
    }
    return word;
  }

  function enter(id: number, word: NameWord): void {
    const whole = prepareWord(word);
    soundOf.push(soundKey(word));
    soundStarts.push(sounds.length);
    for (const sound of soundsOf(whole)) sounds.push(sound);
    for (const form of forms(whole)) {
      for (const sounds of soundClasses(form)) {
        lists.add(wholeKey(sounds), id);
        for (const key of shorterKeys(sounds)) lists.add(asShortened(key), id);
        if (form.text !== word.text) continue;
        for (let length = 1; length <= Math.min(prefixDepth, sounds.length); length++) {
          lists.add(beginningKey(sounds, length), id);
        }
      }
      if (form.text === word.text && startsSoft(form)) lists.add(beginningKey([], 0), id);
    }
    for (const group of knownGroups(word.text)) lists.add(knownKey(group), id);
  }

  /** The skeleton that stands for the sound of a word, kept beside it: reckoned once. */
  const soundOf = growingInts();
  /** All of them, one word's behind the other's. */
  const sounds = growingInts();
  const soundStarts = growingInts();
  function use(id: number, step: number): void {
    counts.set(id, counts.at(id) + step);
    const sound = soundOf.at(id);
    uses.set(sound, (uses.get(sound) ?? 0) + step);
  }

  return {
    get size() {
      return texts.length;
    },
    idOf(word) {
      let id = ids.get(word.text);
      if (id === undefined) {
        id = texts.length;
        ids.set(word.text, id);
        texts.push(word.text);
        scripts.push(word.script);
        counts.push(0);
        textBytes += 2 * word.text.length + 100;
        enter(id, word);
      }
      use(id, 1);
      return id;
    },
    forget: (id) => use(id, -1),
    countOf: (id) => counts.at(id),
    wordOf,
    soundOf: (id) => soundOf.at(id),
    soundsOf(id) {
      const found: number[] = [];
      for (
        let at = soundStarts.at(id);
        at < (id + 1 < soundStarts.length ? soundStarts.at(id + 1) : sounds.length);
        at++
      )
        found.push(sounds.at(at));
      return found;
    },
    bearers(word) {
      const id = ids.get(word.text);
      const exact = id === undefined ? 0 : counts.at(id);
      const sound = uses.get(id === undefined ? soundKey(word) : soundOf.at(id)) ?? 0;
      // Between the same letters, which misses other spellings, and the same skeleton, which takes in other names.
      return Math.sqrt((exact + 1) * (Math.max(exact, sound) + 1));
    },
    near(word, mayBeBeginning) {
      const found = new Map<number, number>();
      const exact = ids.get(word.text);
      if (exact !== undefined && counts.at(exact) > 0) found.set(exact, 1);
      const seen = new Set<number>();
      let compared = 0;
      const consider = (id: number): boolean => {
        if (counts.at(id) === 0 || seen.has(id)) return true;
        seen.add(id);
        compared++;
        const score = compareWords(word, wordOf(id));
        if (score >= weakestWord) found.set(id, score);
        return compared < mostCompared;
      };
      for (const group of word.known) lists.walk(knownKey(group), consider);
      for (const form of forms(word)) {
        for (const classes of soundClasses(form)) {
          const whole = wholeKey(classes);
          for (const key of [whole, ...mistakenKeys(classes), asShortened(whole), ...shorterKeys(classes)]) {
            if (compared < mostCompared) lists.walk(key, consider);
          }
        }
      }
      if (mayBeBeginning) begin(word, found);
      return found;
    },
    bytes: () =>
      textBytes +
      counts.bytes() +
      soundOf.bytes() +
      sounds.bytes() +
      soundStarts.bytes() +
      uses.size * 40 +
      lists.bytes() +
      prepared.size * 1500,
  };

  /** Words that may be what was begun: by their letters in the same script, by their sound in others. */
  function begin(word: PreparedWord, found: Map<number, number>): void {
    const seen = new Set<number>();
    let looked = 0;
    let begun = 0;
    const visit = (id: number): boolean => {
      if (seen.has(id)) return true;
      seen.add(id);
      if (counts.at(id) === 0) return true;
      if (scripts[id] === word.script) {
        if ((texts[id] as string).startsWith(word.text)) found.set(id, Math.max(0.95, found.get(id) ?? 0));
      } else if (begun < mostBegun) {
        begun++;
        const score = 0.95 * compareWords(word, wordOf(id), true);
        if (score >= weakestBeginning) found.set(id, Math.max(score, found.get(id) ?? 0));
      }
      return ++looked < mostLooked;
    };
    for (const classes of soundClasses(word)) {
      lists.walk(beginningKey(classes, Math.min(prefixDepth, classes.length)), visit);
    }
  }
}

const soundKey = (word: NameWord): number => wholeKey(soundClasses(word)[0] ?? []);

/** The word, and the word without its article. */
function forms(word: PreparedWord): PreparedWord[] {
  return word.bare ? [word, word.bare] : [word];
}

/** Whether a word starts with a sound that the skeleton leaves out. */
function startsSoft(word: PreparedWord): boolean {
  return /^[aeiouyhwəöü]/u.test(word.latin) || word.latin === '';
}
