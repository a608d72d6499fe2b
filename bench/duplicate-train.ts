import { type DuplicateFeature, duplicateFactors } from '#platform/name-matching/duplicate-score.ts';
import { createPeopleIndex } from '#platform/name-matching/people-index.ts';
import { madeRegister, pairKey } from './duplicate-register.ts';
import { fitLogistic } from './name-regression.ts';

/**
 * Fits the factors of the duplicate score on made registers whose seeds no figure is taken from.
 * `bin/node24 bench/duplicate-train.ts`; the answer goes into app/platform/name-matching/duplicate-score.ts by hand.
 */
const scope = 'one-centre';
const features = Object.keys(duplicateFactors).filter((key) => key !== 'bias') as DuplicateFeature[];
const rows: number[][] = [];
const labels: boolean[] = [];

for (let seed = 0; seed < 8; seed++) {
  const { people, pairs } = madeRegister(`train-${seed}`, seed % 2 === 0 ? 5_000 : 2_500, 0.2, scope);
  const index = createPeopleIndex();
  for (const person of people) index.put(person);
  const seen = new Set<string>();
  for (const person of people) {
    for (const hit of index.similarTo(scope, person.id, { limit: 40 })) {
      const key = pairKey(person.id, hit.id);
      if (seen.has(key)) continue;
      seen.add(key);
      const found = index.features(scope, person.id, hit.id) ?? {};
      rows.push(features.map((feature) => found[feature] ?? 0));
      labels.push(pairs.has(key));
    }
  }
}
console.error(`${rows.length} pairs, ${labels.filter(Boolean).length} of them one person`);
const factors = fitLogistic(rows, labels, { rounds: 2_000, ridge: 2e-3 });
console.log(`  bias: ${factors[0]?.toFixed(2)},`);
for (const [at, feature] of features.entries())
  console.log(`  ${feature.includes('-') ? `'${feature}'` : feature}: ${factors[at + 1]?.toFixed(2)},`);
