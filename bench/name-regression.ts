/** Fits a logistic regression with a small ridge; returns the bias and one factor for each feature. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  { rounds = 800, ridge = 1e-3 } = {},
): number[] {
  const size = rows[0]?.length ?? 0;
  const mean = Array.from({ length: size }, () => 0);
  const spread = Array.from({ length: size }, () => 0);
  for (const row of rows) row.forEach((value, i) => (mean[i] = (mean[i] ?? 0) + value / rows.length));
  for (const row of rows) {
    row.forEach((value, i) => (spread[i] = (spread[i] ?? 0) + (value - (mean[i] ?? 0)) ** 2 / rows.length));
  }
  const scaled = rows.map((row) =>
    row.map((value, i) => (value - (mean[i] ?? 0)) / Math.sqrt((spread[i] ?? 0) + 1e-9)),
  );
  const factors = Array.from({ length: size + 1 }, () => 0);
  const speed = Array.from({ length: size + 1 }, () => 1e-6);
  for (let round = 0; round < rounds; round++) {
    const slope = factors.map((factor, i) => (i === 0 ? 0 : factor * ridge));
    scaled.forEach((row, n) => {
      let odds = factors[0] ?? 0;
      for (let i = 0; i < size; i++) odds += (factors[i + 1] ?? 0) * (row[i] ?? 0);
      const error = (1 / (1 + Math.exp(-odds)) - (labels[n] ? 1 : 0)) / rows.length;
      slope[0] = (slope[0] ?? 0) + error;
      for (let i = 0; i < size; i++) slope[i + 1] = (slope[i + 1] ?? 0) + error * (row[i] ?? 0);
    });
    for (let i = 0; i <= size; i++) {
      speed[i] = (speed[i] ?? 0) + (slope[i] ?? 0) ** 2;
      factors[i] = (factors[i] ?? 0) - (0.3 * (slope[i] ?? 0)) / Math.sqrt(speed[i] ?? 1);
    }
  }
  const plain = factors.map((factor, i) =>
    i === 0 ? factor : factor / Math.sqrt((spread[i - 1] ?? 0) + 1e-9),
  );
  for (let i = 0; i < size; i++) plain[0] = (plain[0] ?? 0) - (plain[i + 1] ?? 0) * (mean[i] ?? 0);
  return plain;
}
