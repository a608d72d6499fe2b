import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';

/** Ways to break the serving process on purpose. */
export type MachinePlant =
  /** Says that something was saved when the work is done, a moment before the commit. */
  | 'acknowledge-before-commit'
  /** Says that something was saved when the house said that it could not. */
  | 'false-acknowledgement';

type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

export function plantInHouse(house: House, plants: readonly MachinePlant[]): void {
  if (plants.includes('acknowledge-before-commit')) house.databases.app = answeringEarly(house.databases.app);
}

export function plantInAnswers(fetch: Fetch, plants: readonly MachinePlant[]): Fetch {
  if (!plants.includes('false-acknowledgement')) return fetch;
  return async (request, env) => {
    const answer = await fetch(request, env);
    const isFailedWrite = request.method === 'POST' && answer.status >= 500;
    return isFailedWrite && new URL(request.url).pathname.startsWith('/api/')
      ? Response.json({ contactId: randomUUID() }, { status: 201 })
      : answer;
  };
}

function answeringEarly(database: Kysely<AnyTables>): Kysely<AnyTables> {
  const transaction = () => ({
    execute: <Result>(work: (tx: unknown) => Promise<Result>) =>
      new Promise<Result>((resolve, reject) => {
        database
          .transaction()
          .execute(async (tx) => {
            resolve(await work(tx));
            await delay(150);
          })
          .catch(reject);
      }),
  });
  return new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
