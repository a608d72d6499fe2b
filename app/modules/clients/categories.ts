import type { Code } from '#platform/code-lists/code-lists.ts';

/** Categories that say how somebody stands before the law, what was done to them, or whom they fled: never in clear. */
const delicate: ReadonlySet<string> = new Set<Code<'clientCategory'>>([
  'refugee',
  'asylum_seeker',
  'resettled_refugee',
  'internally_displaced',
  'stateless',
  'stranded_migrant',
  'irregular_migrant',
  'victim_of_trafficking',
  'smuggled_migrant',
  'forced_returnee',
  'ex_combatant',
]);

export const isDelicateCategory = (category: string): boolean => delicate.has(category);

/** Those that may stand in plain columns and be counted, and those that are sealed with the identity. */
export function splitCategories<C extends string>(categories: readonly C[]): { plain: C[]; sealed: C[] } {
  return {
    plain: categories.filter((category) => !isDelicateCategory(category)),
    sealed: categories.filter(isDelicateCategory),
  };
}
