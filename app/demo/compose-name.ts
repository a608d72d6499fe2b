import type { NameList, NamePart } from './names/name-list.ts';
import type { SeededRandom } from './seeded-random.ts';

interface WrittenName {
  given: string;
  family?: string;
  kind: 'main' | 'alias';
}

export interface ComposedName {
  given: NamePart;
  family: NamePart;
}

export function composeName(
  random: SeededRandom,
  list: NameList,
  sex: string,
  family?: NamePart,
): ComposedName {
  const female = sex === 'female';
  return {
    given: random.pick(female ? list.female : list.male),
    family: family ?? random.pick(female && list.femaleFamily ? list.femaleFamily : list.family),
  };
}

/** The name as one clerk writes it: in its own script or in Latin letters, with the other beside it now and then. */
export function writeName(
  random: SeededRandom,
  { given, family }: ComposedName,
  ownScript: number,
): WrittenName[] {
  const withFamily = random.chance(0.93);
  const own = { given: given.native, ...(withFamily && { family: family.native }) };
  const latin = { given: random.pick(given.latin), ...(withFamily && { family: random.pick(family.latin) }) };
  const ownFirst = random.chance(ownScript);
  const both = random.chance(0.34);
  return [
    { ...(ownFirst ? own : latin), kind: 'main' },
    ...(both ? [{ ...(ownFirst ? latin : own), kind: 'alias' as const }] : []),
  ];
}
