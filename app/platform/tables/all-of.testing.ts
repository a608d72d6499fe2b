export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** `rows`, or the name of what was thrown: how a hostile file ended. */
export const outcomeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'rows',
    (error: unknown) => (error instanceof Error ? error.name : 'something else'),
  );
