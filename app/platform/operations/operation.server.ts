import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { House } from '../house.server.ts';
import type { Relation } from '../policy/policy.ts';

/** What the audit row says of a write. Values belong in `detail`, which is sealed under `detailKey`. */
export interface AuditNote {
  subjectId?: string;
  clientId?: string;
  fields?: string[];
  count?: number;
  itemIds?: string[];
  purpose?: string;
  detail?: unknown;
  /** A person's, contact's or period's key; needed when there is a detail. */
  detailKey?: string;
  /** Where the chain stands when the actor has no session yet (sign-in, set-up). */
  centreId?: string;
}

export interface OperationContext<Tables> {
  house: House;
  actor: Actor;
  tx: Transaction<Tables>;
  /** The same transaction, seen with another module's tables; for that module's door only. */
  on<Other>(): Transaction<Other>;
  now: Date;
  /** The centre's own day, `YYYY-MM-DD`. */
  today: string;
  relation: Relation;
  /** Adds a job inside this transaction. The payload carries ids, never personal data. */
  enqueue(
    task: string,
    payload: Record<string, unknown>,
    options?: { runAt?: Date; jobKey?: string },
  ): Promise<void>;
}

export interface Operation<Tables, Schema extends z.ZodType, Subject, Result> {
  /** One dotted name: operation, permission, audit action and API id. */
  name: string;
  input: Schema;
  subject: string;
  /** Which login writes: `auth` for sign-in and set-up, `app` for all else. */
  login: 'app' | 'auth';
  /** True only for a person's own scratch paper (drafts): it leaves no audit row, or typing would drown the chain. */
  quiet?: boolean;
  /** Loads and locks the record within the actor's reach; undefined looks like not found. */
  load?: (context: OperationContext<Tables>, input: z.output<Schema>) => Promise<Subject | undefined>;
  /** Relations beyond `centre`. */
  relations?: (
    context: OperationContext<Tables>,
    subject: Subject,
    input: z.output<Schema>,
  ) => Promise<Relation[]> | Relation[];
  run: (
    context: OperationContext<Tables>,
    input: z.output<Schema>,
    subject: Subject,
  ) => Promise<{ result: Result; audit: AuditNote }>;
}

type Given<Tables, Schema extends z.ZodType, Subject, Result> = Omit<
  Operation<Tables, Schema, Subject, Result>,
  'login'
> & {
  login?: 'app' | 'auth';
};

/** The operations of a module: `const contactOperation = operationsOn<ContactTables>()`. */
export function operationsOn<Tables>() {
  return function defineOperation<Schema extends z.ZodType, Result, Subject = undefined>(
    given: Given<Tables, Schema, Subject, Result>,
  ): Operation<Tables, Schema, Subject, Result> {
    return { login: 'app', ...given };
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of operations of many shapes
export type AnyOperation = Operation<any, any, any, any>;
