import { type BestFew, bestFew } from './best-few.ts';
import type { PersonSlots } from './person-slots.ts';
import type { PreparedWord } from './prepare-word.ts';
import { withJoinedWords } from './with-joined-words.ts';

/** How many people one name may make us look at, and how many of them are compared word by word. */
export interface CandidateLimits {
  visited: number;
  chosen: number;
}
export const searchLimits: CandidateLimits = { visited: 8_000, chosen: 50 };

/** Whom the words fit less than this will not be a hit. */
const leastFit = 0.4;
/** So many people who fit in every word are enough; better ones are not to be expected. */
const enough = 200;

/**
 * The slots whose words sound like those of a name: the rarest word leads, its best fitting spellings first, and
 * the other words are looked up in the names of whom it finds. Common words alone are cut off, best first.
 */
export function nameCandidates(
  slots: PersonSlots,
  alive: (slot: number) => boolean,
  name: readonly PreparedWord[],
  unfinished: boolean,
  limits: CandidateLimits,
): number[] {
  const words = withJoinedWords(name);
  const looked = words.map((word) => {
    const near = slots.words.near(word, unfinished && word === name.at(-1));
    const scores = new Float32Array(slots.words.size);
    let people = 0;
    for (const [id, score] of near) {
      scores[id] = score;
      people += slots.words.countOf(id);
    }
    return { near, scores, people, weight: word.weight, inName: name.includes(word) };
  });
  looked.sort((a, b) => a.people - b.people);
  const chosen: BestFew = bestFew(limits.chosen);
  const seen = new Set<number>();
  let budget = limits.visited;
  let full = 0;
  for (const [i, leader] of looked.entries()) {
    const others = looked.filter((other, j) => j !== i && other.inName);
    const whole = others.reduce((sum, other) => sum + other.weight, leader.weight);
    const spellings = [...leader.near].sort(
      (a, b) => b[1] - a[1] || slots.words.countOf(a[0]) - slots.words.countOf(b[0]),
    );
    for (const [word, score] of spellings) {
      if (budget <= 0 || full >= enough) break;
      slots.walk(word, (slot) => {
        budget--;
        if (seen.has(slot) || !alive(slot)) return budget > 0;
        seen.add(slot);
        let total = score * leader.weight;
        for (const other of others) total += other.weight * slots.bestOf(slot, other.scores);
        if (total >= 0.97 * whole) full++;
        if (total >= leastFit * whole) chosen.offer(slot, total);
        return budget > 0 && full < enough;
      });
    }
    // Each further leader is there for those whose rarest word is written otherwise or was left out.
    budget = Math.min(budget, limits.visited / 4);
  }
  return chosen.values();
}
