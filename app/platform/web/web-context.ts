import { createContext } from 'react-router';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { House } from '../house.server.ts';
import type { Direction } from '../language/interface-languages.ts';
import type { Translate } from '../language/translators.ts';
import type { Operation } from '../operations/operation.server.ts';
import type { Query } from '../operations/query.server.ts';
import type { CookieJar } from './cookie-jar.server.ts';

/** One request of a browser: who asks, in which language, and the two ways to the data. */
export interface Web {
  house: House;
  actor: Actor;
  language: string;
  dir: Direction;
  /** Of this document's scripts and styles; empty for requests that are no documents. */
  nonce: string;
  requestId: string;
  url: URL;
  /**
   * The caller's network address, for keyed rate limits only: it is never stored or logged.
   * Undefined when the request came without a connection (tests).
   */
  address: string | undefined;
  /** By `performance.now()`: after it the asker was told that it takes too long. */
  deadline: number;
  cookies: CookieJar;
  /** A translator for a namespace of `locales/`. */
  t(namespace: string): Translate;
  /** As `read`, with this request's house and actor. @throws Problem */
  read<Tables, Schema extends z.ZodType, Answer>(
    query: Query<Tables, Schema, Answer>,
    params: z.input<Schema>,
  ): Promise<Answer>;
  /** As `execute`, with this request's house and actor. Input is parsed by the operation. @throws Problem */
  execute<Tables, Schema extends z.ZodType, Subject, Result>(
    operation: Operation<Tables, Schema, Subject, Result>,
    input: unknown,
    options?: { idempotencyKey?: string },
  ): Promise<Result>;
}

/** `const web = context.get(webContext)` in every loader and action. */
export const webContext = createContext<Web>();
