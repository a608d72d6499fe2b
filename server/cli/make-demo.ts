import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { closedToLookers } from './closed-to-lookers.ts';
import { errorOf, type Failure } from './serving-messages.ts';

export interface DemoOrder {
  config: Config;
  /** A whole new centre; otherwise one that is there gets what another day needs. */
  isNew: boolean;
}

export type FromDemo = { done: number } | { made: true } | { failure: Failure };

/**
 * Makes the demo in a process of its own, whose keys end with it: the one that starts the centre never holds any.
 * @param onProgress how much is done, from 0 to 1
 * @throws what went wrong there
 */
export function makeDemo(order: DemoOrder, onProgress: (done: number) => void = () => {}): Promise<void> {
  const child = fork(join(import.meta.dirname, 'demo-child.ts'), [], {
    ...closedToLookers(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let last: FromDemo | undefined;
    child.on('message', (message: FromDemo) => {
      if ('done' in message) onProgress(message.done);
      else last = message;
    });
    child.once('error', reject);
    // It has let the databases go only when it is gone.
    child.once('exit', () => {
      if (last && 'made' in last) resolve();
      else
        reject(
          last && 'failure' in last ? errorOf(last.failure) : new Error('the making of the demo broke off'),
        );
    });
    child.send(order);
  });
}
