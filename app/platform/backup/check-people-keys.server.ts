import { Problem } from '../problem.ts';
import { asSuperuser } from './superuser.server.ts';

const page = 10_000;

/**
 * Every person on file needs a key, or its tombstone. What is left of the erased to be counted stands under an id that
 * never had a key.
 * @returns how many are tombstones. @throws Problem `restore.keys-missing`
 */
export async function checkPeopleKeys(dataDir: string): Promise<number> {
  const people = await asSuperuser(dataDir, 'main', async (client) =>
    (
      await client.query<{ id: string }>(
        `select id from serai.client where file_status <> 'erased' order by id`,
      )
    ).rows.map(({ id }) => id),
  );
  const missing: string[] = [];
  let erased = 0;
  await asSuperuser(dataDir, 'keys', async (client) => {
    for (let start = 0; start < people.length; start += page) {
      const some = people.slice(start, start + page);
      const { rows } = await client.query<{ id: string; gone: boolean }>(
        'select id, wrapped is null as gone from serai.wrapped_key where id = any($1::uuid[])',
        [some],
      );
      const known = new Map(rows.map(({ id, gone }) => [id, gone]));
      for (const id of some) {
        if (!known.has(id)) missing.push(id);
        else if (known.get(id) === true) erased += 1;
      }
    }
  });
  if (missing.length > 0)
    throw new Problem('restore.keys-missing', 422, {
      params: { count: missing.length, people: missing.slice(0, 20).join(', ') },
    });
  return erased;
}
