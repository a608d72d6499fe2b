import { setTimeout as delay } from 'node:timers/promises';
import type { Web } from '#platform/web/web-context.ts';
import { askFloor } from './network.ts';
import { askNetwork } from './operations/ask-network.server.ts';

/** Asks as `askNetwork`, answering after a fixed while: neither a yes nor a no comes sooner. */
export async function askTheNetwork(
  web: Pick<Web, 'execute'>,
  input: unknown,
  options?: { idempotencyKey?: string },
): Promise<{ askId: string; mayBeKnown: boolean }> {
  const [answer] = await Promise.all([
    web.execute(askNetwork, input, options).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    ),
    delay(askFloor),
  ]);
  if ('error' in answer) throw answer.error;
  return answer.result;
}
