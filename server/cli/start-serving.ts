import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from '#platform/problem.ts';
import { waitAtMost } from '#platform/wait-at-most.ts';
import { closedToLookers } from './closed-to-lookers.ts';
import type { Serving, ServingEars, ServingOrder } from './serving.ts';
import { errorOf, type FromServing, type ToServing } from './serving-messages.ts';

type WithoutId<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

/** A serving half in a process of its own, before it listens: it has loaded its program and knows of no house. */
export interface StartedServing {
  /** @throws Problem `port.taken`, `port.refused` */
  listen(order: ServingOrder, ears: ServingEars): Promise<Serving>;
  kill(): void;
  /** Resolves when it ended, for whatever reason. */
  ended: Promise<void>;
}

/**
 * @param fd a bound port, of which the child gets a copy
 * @param options for tests: another program, and milliseconds that it has for an end in order
 */
export function startServing(
  fd: number,
  { program = join(import.meta.dirname, 'serving-child.ts'), patience = longestEnd } = {},
): StartedServing {
  const child = fork(program, [], {
    ...closedToLookers(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', fd],
  });
  const waiting = new Map<number, { resolve(reply: object): void; reject(error: Error): void }>();
  let next = 1;
  let isOver = false;
  let ears: ServingEars | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      for (const { reject } of waiting.values()) reject(new Problem('server.paused', 503));
      waiting.clear();
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  child.on('message', (message: FromServing) => {
    if ('tell' in message) {
      if (message.tell === 'lock') ears?.onLock();
      else ears?.onUnlocked();
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('failure' in message) asked?.reject(errorOf(message.failure));
    else asked?.resolve(message.reply);
  });
  const order = (message: WithoutId<ToServing>): Promise<object> =>
    new Promise((resolve, reject) => {
      if (isOver || !child.connected) return reject(new Problem('server.paused', 503));
      const id = next++;
      waiting.set(id, { resolve, reject });
      child.send({ ...message, id }, (error) => {
        if (error && waiting.delete(id)) reject(error);
      });
    });
  const kill = () => void child.kill('SIGKILL');
  return {
    kill,
    ended,
    async listen(given, listener) {
      ears = listener;
      const { url } = (await order({ do: 'listen', order: { ...given, fd: childFd } })) as { url: string };
      return {
        url,
        ended,
        kill,
        async open(how) {
          await order({ do: 'open', order: how });
        },
        ask: (question, about) => order({ do: 'ask', question, about }),
        async stop() {
          // One that does not answer any more is ended like one that does, and one that never comes to an end too.
          if (!(await waitAtMost(patience, order({ do: 'stop' })))) kill();
          const late = setTimeout(kill, grace);
          await ended;
          clearTimeout(late);
        },
      };
    },
  };
}

/** Where the bound port stands among the files that the child inherits. */
const childFd = 4;
/** Milliseconds for requests, jobs and copies that were begun; within what `serai stop` and the system's service wait. */
const longestEnd = 40_000;
/** For a process that said goodbye and does not go. */
const grace = 5_000;
