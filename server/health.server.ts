import { sql } from 'kysely';
import type { House } from '#platform/house.server.ts';

/** Ready to serve: the database answers. Asked at most once a second, however often a balancer asks. */
export function readiness(house: House): () => Promise<boolean> {
  let asked = 0;
  let answer: Promise<boolean> = Promise.resolve(false);
  return () => {
    const now = Date.now();
    if (now - asked >= 1000) {
      asked = now;
      answer = ask(house);
    }
    return answer;
  };
}

async function ask(house: House): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const query = sql`select 1`.execute(house.databases.reader).then(
    () => true,
    () => false,
  );
  return Promise.race([query, late]);
}
