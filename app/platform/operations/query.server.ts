import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { House } from '../house.server.ts';
import type { Relation } from '../policy/policy.ts';

/** What the audit row says of a read: whose data, how many, which class of fields. */
export interface ViewNote {
  subjectId?: string;
  clientId?: string;
  itemIds?: string[];
  count?: number;
  fields?: string[];
  purpose?: string;
  /** The reader has no link to this person: their colleagues hear of it. */
  unlinked?: boolean;
}

export interface QueryContext<Tables> {
  house: House;
  actor: Actor;
  /** A read-only transaction of the reader login, under the actor's row security. */
  tx: Transaction<Tables>;
  on<Other>(): Transaction<Other>;
  now: Date;
  today: string;
}

export interface Query<Tables, Schema extends z.ZodType, Answer> {
  /** One dotted name: query, permission and audit action. */
  name: string;
  params: Schema;
  subject: string;
  /** `viewed`: personal data, one audit row before the answer leaves. `none`: counts, settings, one's own account. */
  audit: 'viewed' | 'none';
  /** Undefined looks like not found. `relations` are those beyond `centre`. */
  run: (
    context: QueryContext<Tables>,
    params: z.output<Schema>,
  ) => Promise<{ answer: Answer; relations?: Relation[]; viewed?: ViewNote } | undefined>;
}

/** The queries of a module: `const contactQuery = queriesOn<ContactTables>()`. */
export function queriesOn<Tables>() {
  return function defineQuery<Schema extends z.ZodType, Answer>(
    given: Query<Tables, Schema, Answer>,
  ): Query<Tables, Schema, Answer> {
    return given;
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of queries of many shapes
export type AnyQuery = Query<any, any, any>;
