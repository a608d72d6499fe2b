/** Keeps the few largest of many without sorting all: a heap with the least on top. */
export interface BestFew {
  offer(value: number, score: number): void;
  /** Score that a newcomer must beat once the heap is full. */
  least(): number;
  /** The values, best first. */
  values(): number[];
}

export function bestFew(most: number): BestFew {
  const values: number[] = [];
  const scores: number[] = [];
  const swap = (i: number, j: number) => {
    [values[i], values[j]] = [values[j] as number, values[i] as number];
    [scores[i], scores[j]] = [scores[j] as number, scores[i] as number];
  };
  return {
    offer(value, score) {
      if (values.length < most) {
        values.push(value);
        scores.push(score);
        for (let i = values.length - 1; i > 0; ) {
          const up = (i - 1) >> 1;
          if ((scores[up] as number) <= (scores[i] as number)) break;
          swap(i, up);
          i = up;
        }
        return;
      }
      if (score <= (scores[0] as number)) return;
      values[0] = value;
      scores[0] = score;
      for (let i = 0; ; ) {
        let down = 2 * i + 1;
        if (down >= values.length) break;
        if (down + 1 < values.length && (scores[down + 1] as number) < (scores[down] as number)) down++;
        if ((scores[i] as number) <= (scores[down] as number)) break;
        swap(i, down);
        i = down;
      }
    },
    least: () => (values.length < most ? 0 : (scores[0] as number)),
    values: () =>
      values
        .map((value, i) => [value, scores[i] as number] as const)
        .sort((a, b) => b[1] - a[1])
        .map(([value]) => value),
  };
}
