/** One judged pair: what the matcher said and whether the names really are the same. */
export interface JudgedPair {
  score: number;
  same: boolean;
}

export interface NameFigures {
  pairs: number;
  same: number;
  /** Chance that a same pair scores above a different pair (ties count half). */
  areaUnderCurve: number;
  bestF1: number;
  bestF1Threshold: number;
  /** Largest share of the same pairs found while 95 % of what is found is right. */
  recallAt95: number;
  recallAt95Threshold: number;
}

/** Area under the curve, best F1 and recall at 95 % precision; pairs of equal score are taken together. */
export function nameFigures(judged: readonly JudgedPair[]): NameFigures {
  const sorted = judged
    .map((pair) => ({ same: pair.same, score: Number.isNaN(pair.score) ? 0 : pair.score }))
    .sort((a, b) => b.score - a.score);
  const same = sorted.filter((pair) => pair.same).length;
  const different = sorted.length - same;
  const figures: NameFigures = {
    pairs: sorted.length,
    same,
    areaUnderCurve: 0,
    bestF1: 0,
    bestF1Threshold: 1,
    recallAt95: 0,
    recallAt95Threshold: 1,
  };
  let right = 0;
  let wrong = 0;
  let area = 0;
  for (let i = 0; i < sorted.length; ) {
    const score = sorted[i]?.score ?? 0;
    const [rightBefore, wrongBefore] = [right, wrong];
    for (; i < sorted.length && sorted[i]?.score === score; i++) {
      if (sorted[i]?.same) right++;
      else wrong++;
    }
    area += (wrong - wrongBefore) * (rightBefore + right) * 0.5;
    const precision = right / (right + wrong);
    const recall = same === 0 ? 0 : right / same;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (f1 > figures.bestF1) [figures.bestF1, figures.bestF1Threshold] = [f1, score];
    if (precision >= 0.95 && recall > figures.recallAt95) {
      [figures.recallAt95, figures.recallAt95Threshold] = [recall, score];
    }
  }
  figures.areaUnderCurve = same === 0 || different === 0 ? Number.NaN : area / (same * different);
  return figures;
}
