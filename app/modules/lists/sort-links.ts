import { type ListName, lists } from './list.ts';

/** The link in the head of a column, and how the list is sorted by it now. */
export interface SortLink {
  to: string;
  sorted?: 'ascending' | 'descending';
}

/**
 * Links that put a list in order by a column, or turn the order round where it is sorted by it already. They begin at the
 * first page: where a page ended in one order says nothing in another.
 * @param kept the filter as it stands in the address
 */
export function sortLinks(
  list: ListName,
  kept: Readonly<Record<string, string>>,
  also: Readonly<Record<string, string>> = {},
): Partial<Record<string, SortLink>> {
  const { orders, usualOrder } = lists[list];
  const order = kept['sort'] ?? usualOrder(kept);
  return Object.fromEntries(
    Object.entries(orders).map(([column, { ascending, descending, first }]) => {
      const sorted = order === ascending ? 'ascending' : order === descending ? 'descending' : undefined;
      const up = sorted === undefined ? first === 'ascending' : sorted === 'descending';
      const query = new URLSearchParams({ ...also, ...kept, sort: up ? ascending : descending });
      return [column, { to: `?${query}`, ...(sorted && { sorted }) }];
    }),
  );
}
