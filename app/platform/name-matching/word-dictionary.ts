import { chainedLists } from './chained-lists.ts';
import { compareWords } from './compare-words.ts';
import { growingInts } from './growing-ints.ts';
import type { NameWord } from './normalise-name.ts';
import { type PreparedWord, prepareWord } from './prepare-word.ts';
import { keysNear, soundClasses } from './sound-skeleton.ts';

/** Scores under this are no match at all. */
export const weakestWord = 0.5;
const mostLooked = 40_000;
const mostCompared = 6_000;
const prefixDepth = 3;

/** Every distinct word of the names of one centre, and which of them sound like a given word. */
export interface WordDictionary {
  /** The id of a word, new or known; counts one more person who has it. */
  idOf(word: NameWord): number;
  forget(id: number): void;
  countOf(id: number): number;
  wordOf(id: number): PreparedWord;
  /** Ids with score of the words that may be the same name, or that may begin with it. */
  near(word: PreparedWord, mayBePrefix: boolean): Map<number, number>;
  bytes(): number;
}

export function wordDictionary(): WordDictionary {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const scripts: NameWord['script'][] = [];
  const counts = growingInts();
  const bySound = chainedLists();
  const byBeginning = chainedLists();
  let prepared = new Map<number, PreparedWord>();
  let textBytes = 0;

  function beginningKey(sounds: readonly number[], length: number): number {
    let key = length;
    for (let i = 0; i < length; i++) key = key * 9 + (sounds[i] ?? 0);
    return key;
  }

  function wordOf(id: number): PreparedWord {
    let word = prepared.get(id);
    if (!word) {
      word = prepareWord({ text: texts[id] as string, script: scripts[id] ?? 'other', capitals: 0 });
      if (prepared.size > 50_000) prepared = new Map();
      prepared.set(id, word);
    }
    return word;
  }

  return {
    idOf(word) {
      let id = ids.get(word.text);
      if (id === undefined) {
        id = texts.length;
        ids.set(word.text, id);
        texts.push(word.text);
        scripts.push(word.script);
        counts.push(0);
        textBytes += 2 * word.text.length + 100;
        const sounds = soundClasses(word);
        for (const key of keysNear(sounds)) bySound.add(key, id);
        for (let length = 0; length <= Math.min(prefixDepth, sounds.length); length++) {
          if (length > 0 || startsSoft(word, sounds)) byBeginning.add(beginningKey(sounds, length), id);
        }
      }
      counts.set(id, counts.at(id) + 1);
      return id;
    },
    forget: (id) => counts.set(id, counts.at(id) - 1),
    countOf: (id) => counts.at(id),
    wordOf,
    near(word, mayBePrefix) {
      const found = new Map<number, number>();
      const exact = ids.get(word.text);
      if (exact !== undefined) found.set(exact, 1);
      const sounds = soundClasses(word);
      const seen = new Set<number>();
      let compared = 0;
      const consider = (id: number, prefix: boolean) => {
        if (counts.at(id) === 0 || seen.has(id)) return true;
        seen.add(id);
        compared++;
        const score = compareWords(word, wordOf(id), prefix);
        if (score >= weakestWord) found.set(id, Math.max(score, found.get(id) ?? 0));
        return compared < mostCompared;
      };
      for (const key of keysNear(sounds)) bySound.walk(key, (id) => consider(id, false));
      if (mayBePrefix) {
        seen.clear();
        compared = 0;
        let looked = 0;
        const depth = Math.min(prefixDepth, sounds.length);
        byBeginning.walk(beginningKey(sounds, depth), (id) => {
          looked++;
          const text = texts[id] as string;
          if (scripts[id] === word.script) {
            if (counts.at(id) > 0 && text.startsWith(word.text))
              found.set(id, Math.max(0.95, found.get(id) ?? 0));
          } else consider(id, true);
          return looked < mostLooked;
        });
      }
      return found;
    },
    bytes: () => textBytes + counts.bytes() + bySound.bytes() + byBeginning.bytes(),
  };
}

function startsSoft(word: NameWord, sounds: readonly number[]): boolean {
  return (
    sounds.length === 0 || /^[aeiouwyhəأإآاعهحوياаоуэеияюёыһҳхঅআইঈউঊএঐওঔহअआइईउऊएऐओऔहवय]/u.test(word.text)
  );
}
