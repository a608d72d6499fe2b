type Values = Record<string, string | string[]>;

export interface FieldDifference {
  name: string;
  saved: string;
  typed: string;
}

const asText = (value: string | string[] | undefined): string => [value ?? []].flat().toSorted().join(', ');

/** Where a form differs from what is saved now; both as flat form fields. Only fields that the form has are compared. */
export function differencesOf(saved: Values, typed: Values): FieldDifference[] {
  const names = new Set([...Object.keys(saved), ...Object.keys(typed)]);
  return [...names]
    .filter((name) => name !== 'version')
    .map((name) => ({ name, saved: asText(saved[name]), typed: asText(typed[name]) }))
    .filter(({ saved: now, typed: here }) => now !== here);
}
