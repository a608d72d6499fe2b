/** The two answers that every attribute of a person accepts beside its own codes. */
export const notStated = ['unknown', 'prefer_not_to_say'] as const;

type NotStated = (typeof notStated)[number];

/**
 * One closed list of codes. Codes are lower_snake_case English and never change their meaning;
 * labels live in `locales/<language>/code-lists.json` under the name of the list.
 */
export interface CodeList<C extends string = string> {
  /** In the order in which a person should be offered them. */
  readonly codes: readonly C[];
  /** True for lists that describe a person: they end in `unknown` and `prefer_not_to_say`. */
  readonly isAttribute: boolean;
  has(value: unknown): value is C;
  /** `other` says nothing by itself: whoever picks it must also say what. */
  needsText(code: C): boolean;
}

export interface GroupedCodeList<C extends string, G extends string> extends CodeList<C> {
  readonly groups: readonly G[];
  group(code: C): G;
  codesIn(group: G): readonly C[];
}

export function codeList<const C extends string>(codes: readonly C[]): CodeList<C> {
  return build(codes, false);
}

/** A list about a person, so that not knowing and not telling are always possible answers. */
export function attributeList<const C extends string>(codes: readonly C[]): CodeList<C | NotStated> {
  return build<C | NotStated>([...codes, ...notStated], true);
}

export function groupedList<const T extends Record<string, readonly string[]>>(
  table: T,
): GroupedCodeList<T[keyof T][number], keyof T & string> {
  type C = T[keyof T][number];
  type G = keyof T & string;
  const groups = Object.keys(table) as G[];
  const groupOf = new Map<string, G>();
  for (const group of groups) {
    for (const code of table[group] ?? []) groupOf.set(code, group);
  }
  return {
    ...build<C>([...groupOf.keys()], false),
    groups,
    group(code) {
      const group = groupOf.get(code);
      if (group === undefined) throw new RangeError(`No such code: ${code}`);
      return group;
    },
    codesIn: (group) => table[group] ?? [],
  };
}

function build<C extends string>(codes: readonly C[], isAttribute: boolean): CodeList<C> {
  const known = new Set<unknown>(codes);
  return {
    codes,
    isAttribute,
    has: (value): value is C => known.has(value),
    needsText: (code) => code === 'other',
  };
}
