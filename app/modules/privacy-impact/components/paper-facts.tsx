import { Facts } from '#ui/facts.tsx';

/** Labels and values that come in words. */
export function PaperFacts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return <Facts facts={facts.map(([label, value]) => ({ key: label, label, value: <bdi>{value}</bdi> }))} />;
}
