import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from '#platform/problem.ts';
import type { Serving, ServingEars, ServingOrder } from './serving.ts';
import { errorOf, type FromServing, type ToServing } from './serving-messages.ts';

/** Nothing may make it write its memory down or open it to a debugger. */
const closedToLookers = [
  '--disable-sigusr1',
  '--no-report-on-signal',
  '--no-report-on-fatalerror',
  '--no-report-uncaught-exception',
];

type WithoutId<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

/** A serving half in a process of its own, before it listens. */
export interface StartedServing {
  /** @throws Problem `port.taken`, `port.refused` */
  listen(order: ServingOrder): Promise<Serving>;
  kill(): void;
}

/** @param fd a bound port, of which the child gets a copy */
export function startServing(ears: ServingEars, fd: number): StartedServing {
  const child = fork(join(import.meta.dirname, 'serving-child.ts'), [], {
    execArgv: closedToLookers,
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', fd],
  });
  const waiting = new Map<number, { resolve(reply: object): void; reject(error: Error): void }>();
  let next = 1;
  let isOver = false;
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
      if (message.tell === 'lock') ears.onLock();
      else ears.onUnlocked();
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
    async listen(given) {
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
          // One that does not answer any more is ended like one that does.
          await order({ do: 'stop' }).catch(() => undefined);
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
/** For a process that said goodbye and does not go. */
const grace = 5_000;

/** Without what could open it to a debugger or make it write reports. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...rest } = process.env;
  return rest;
}
