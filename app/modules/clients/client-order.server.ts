import { sql } from 'kysely';
import { z } from 'zod';
import type { ClientFilter } from './client-filter.ts';

interface ClientOrder {
  column: 'recorded_at' | 'registered_on' | 'last_contact_on' | 'file_no';
  type: 'timestamptz' | 'date' | 'text';
  descending: boolean;
}

const orders = {
  recorded: { column: 'recorded_at', type: 'timestamptz', descending: true },
  registered: { column: 'registered_on', type: 'date', descending: true },
  'first-registered': { column: 'registered_on', type: 'date', descending: false },
  served: { column: 'last_contact_on', type: 'date', descending: true },
  'longest-ago': { column: 'last_contact_on', type: 'date', descending: false },
  file: { column: 'file_no', type: 'text', descending: false },
  'file-down': { column: 'file_no', type: 'text', descending: true },
} as const satisfies Record<string, ClientOrder>;

/** As asked; else those served last, or entered last, first. Never by name: names are sealed, the database cannot order them. */
export const clientOrder = ({ sort, show }: ClientFilter): ClientOrder =>
  orders[sort ?? (show === 'served' ? 'served' : 'recorded')];

const place = ({ column }: ClientOrder) => sql.ref(`client.${column}`);

/**
 * One direction and its exact reverse, as the indexes are written, so that one serves both: down with ids upwards, up with
 * ids downwards; those never served stand at the end, or at the beginning.
 */
export function orderTerms(order: ClientOrder) {
  if (order.column === 'last_contact_on') {
    return order.descending
      ? sql`client.last_contact_on desc nulls last, client.id asc`
      : sql`client.last_contact_on asc nulls first, client.id desc`;
  }
  return order.descending
    ? sql`${place(order)} desc, client.id asc`
    : sql`${place(order)} asc, client.id desc`;
}

/** What a row is ordered by, as text for the cursor. */
export const placeText = (order: ClientOrder) => sql<string | null>`${place(order)}::text`;

/** `<place>|<id>`; the place of a row without one is `-`. */
export const cursorOf = (at: string | null, id: string): string => `${at ?? absent}|${id}`;
const absent = '-';

/** Only the rows behind the cursor; a cursor that was tampered with, or of another order, starts from the beginning. */
export function behind(order: ClientOrder, cursor: string | undefined) {
  const [at = '', id = ''] = (cursor ?? '').split('|');
  const nullable = order.column === 'last_contact_on';
  if (!z.uuid().safeParse(id).success) return undefined;
  if (at === absent && nullable) {
    return order.descending
      ? sql<boolean>`(${place(order)} is null and client.id > ${id})`
      : sql<boolean>`(${place(order)} is not null or client.id < ${id})`;
  }
  const { isPlace, value } = kinds[order.type](at);
  if (!isPlace) return undefined;
  const tied = order.descending ? sql`client.id > ${id}` : sql`client.id < ${id}`;
  const beyond = order.descending ? sql`<` : sql`>`;
  // The first half alone would do; the second lets the index begin where the page before ended.
  const further = sql<boolean>`((${place(order)} ${beyond} ${value} or (${place(order)} = ${value} and ${tied})) and ${place(order)} ${beyond}= ${value})`;
  return nullable && order.descending ? sql<boolean>`(${further} or ${place(order)} is null)` : further;
}

const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;
const isDay = (text: string) => z.iso.date().safeParse(text).success;
const kinds = {
  date: (text: string) => ({ isPlace: isDay(text), value: sql`${text}::date` }),
  timestamptz: (text: string) => ({
    isPlace: isDay(text.slice(0, 10)) && text[10] === ' ' && time.test(text.slice(11)),
    value: sql`${text}::timestamptz`,
  }),
  text: (text: string) => ({ isPlace: /^[\p{L}\p{N} ._/-]{1,60}$/u.test(text), value: sql`${text}::text` }),
};
