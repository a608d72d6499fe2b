import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of reckoning before other work gets its turn: nobody at a desk should feel it. */
const slice = 6;

/** Does a piece of work for each item, in slices. */
export async function inSlices<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Answer,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let turn = performance.now();
  for (const item of items) {
    answers.push(work(item));
    if (performance.now() - turn < slice) continue;
    await nextTurn();
    turn = performance.now();
  }
  return answers;
}
