import { bestFew } from './best-few.ts';
import type { PersonSlots } from './person-slots.ts';
import type { PreparedWord } from './prepare-word.ts';
import type { SoundBook } from './sound-book.ts';
import { withJoinedWords } from './with-joined-words.ts';
import { soundsNear, soundsOf } from './word-sounds.ts';

/** People looked at for the rarest word, for each further one, and of all of them compared letter by letter. */
const mostVisited = 1_600;
const mostVisitedAgain = 300;
const mostChosen = 10;
/** Whom the words fit less than this is somebody else, whatever the facts say. */
const leastFit = 0.3;
/** What a whole name that fits is worth beside the odds of the facts. */
const nameOdds = 7;
/** Together with the facts: below this no spelling makes it one person. */
const leastOdds = 2.5;

export interface CandidateQuestion {
  name: readonly PreparedWord[];
  /** 0 when it is not known. */
  birthYear: number;
  /** The odds of the facts; `-Infinity` for whom to leave out. */
  fit(slot: number): number;
}

/**
 * The slots that may be the same person: one word of the name sounds alike and the births are near. No letter is
 * compared here. Every word leads once, the rarest first, so that a slip in one is made good by another.
 */
export function duplicateCandidates(
  slots: PersonSlots,
  book: SoundBook,
  { name, birthYear, fit }: CandidateQuestion,
): number[] {
  const words = withJoinedWords(name).map((word) => ({
    sounds: soundsOf(word),
    near: name.includes(word) ? soundsNear(word) : undefined,
    weight: word.weight,
    bearers: slots.words.bearers(word),
  }));
  words.sort((a, b) => a.bearers - b.bearers);
  const whole = words.reduce((sum, { near, weight }) => sum + (near ? weight : 0), 0);
  const chosen = bestFew(mostChosen);
  slots.newRound();
  for (const [at, leader] of words.entries()) {
    let left = at === 0 ? mostVisited : mostVisitedAgain;
    const visit = (slot: number): boolean => {
      left--;
      if (!slots.firstVisit(slot)) return left > 0;
      const odds = fit(slot);
      if (odds + nameOdds <= Math.max(leastOdds, chosen.least())) return left > 0;
      let total = 0;
      for (const { near, weight } of words) if (near) total += weight * slots.bestSounding(slot, near);
      const rank = nameOdds * Math.min(1, total / whole) + odds;
      if (total >= leastFit * whole && rank > leastOdds) chosen.offer(slot, rank);
      return left > 0;
    };
    for (const sound of leader.sounds) if (left > 0) book.walk(sound, birthYear, visit);
  }
  return chosen.values();
}
