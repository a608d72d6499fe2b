export interface Colleague {
  id: string;
  roles: readonly string[];
}

/**
 * Who is asked about somebody's reading: the data protection officers; where there is none but the reader, the coordinators;
 * where there is none either, those of `otherwise` (the named readers of the file). Never the reader.
 */
export function reviewersOf(
  readerId: string,
  colleagues: readonly Colleague[],
  otherwise: readonly string[] = [],
): string[] {
  const others = colleagues.filter(({ id }) => id !== readerId);
  const having = (role: string) => others.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  for (const found of [having('data_protection_officer'), having('coordinator')])
    if (found.length > 0) return found;
  return otherwise.filter((id) => others.some((colleague) => colleague.id === id));
}

/** Everybody who may be turned to when a review is overdue: both offices and the file's own readers. */
export function reviewersWhenOverdue(
  readerId: string,
  colleagues: readonly Colleague[],
  readers: readonly string[],
): string[] {
  return colleagues
    .filter(({ id }) => id !== readerId)
    .filter(
      ({ id, roles }) =>
        roles.includes('data_protection_officer') || roles.includes('coordinator') || readers.includes(id),
    )
    .map(({ id }) => id);
}
