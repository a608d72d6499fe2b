const candidates = [',', ';', '\t', '|'] as const;

/**
 * What stands between the cells of a CSV. Each candidate is counted in the first records, outside of quotes; the one with
 * which most records have the same number of cells is taken, and more cells win over fewer.
 */
export function sniffDelimiter(sample: string): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const counts = countsOf(sample, candidate);
    const same = new Map<number, number>();
    for (const count of counts) if (count > 0) same.set(count, (same.get(count) ?? 0) + 1);
    const [cells, records] = [...same].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
    const score = records * (1 + Math.log2(cells + 1) / 8);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function countsOf(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  let atStart = true;
  for (const character of sample) {
    if (character === '"' && (quoted || atStart)) {
      quoted = !quoted;
      // A doubled quotation mark inside of quotes opens them again at once.
      atStart = true;
      continue;
    }
    if (quoted) continue;
    const ends = character === '\n' || character === '\r';
    if (ends) {
      counts.push(count);
      count = 0;
    } else if (character === delimiter) count++;
    // Quotes open after any of the candidates, or the right one would not be seen while a wrong one is tried.
    atStart = ends || candidates.some((each) => each === character);
  }
  counts.push(count);
  return counts;
}
