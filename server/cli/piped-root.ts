import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { unwrapRootWith } from '#platform/vault/root-wrap.server.ts';

/**
 * The root key from the house that started this process, wrapped, through a pipe: it stands in no argument and in no
 * environment. The pipe stays open as long as the house lives. When it ends, by panic lock or otherwise, this process and
 * its memory end at once.
 */
export async function readPipedRoot(
  context: string,
  end: () => void = () => process.exit(130),
): Promise<Buffer> {
  const lines = createInterface({ input: process.stdin });
  lines.once('close', end);
  const [line] = (await once(lines, 'line')) as [string];
  // It is listened to as long as there is work, and keeps nothing alive by itself.
  if ('unref' in process.stdin) (process.stdin as Socket).unref();
  const { secret, wrapped } = JSON.parse(line) as { secret: string; wrapped: string };
  return unwrapRootWith(Buffer.from(secret, 'base64'), context, Buffer.from(wrapped, 'base64'));
}
