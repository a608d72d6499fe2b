import { exitCode } from './command.ts';
import { loadWeb } from './load-web.ts';
import { openLog } from './open-log.ts';
import type { Serving } from './serving.ts';
import { failureOf, type FromServing, type ToServing } from './serving-messages.ts';

// The serving half of a running centre, begun by its keeper and told by it what to do. It holds the keys: it must not live
// longer than its keeper, and nothing that happens to it is tried to be mended in it.

// The keeper says when to end; Ctrl-C in a terminal reaches both.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(exitCode.failed));

// Loaded while the keeper is still busy with the databases.
const web = loadWeb();
web.catch(() => undefined);

let serving: Serving | undefined;
const present = (): Serving => {
  if (!serving) throw new Error('nothing is served yet');
  return serving;
};
const tell = (message: FromServing) => {
  if (process.connected) process.send?.(message);
};

/** The keeper kills as soon as it hears; where it does not, this process does without it. */
function endAtOnce(): void {
  const end = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, longestWord);
  if (!process.connected) end();
  process.send?.({ tell: 'lock' } satisfies FromServing, end);
}

/** Milliseconds in which the word that the house is locked has left, or never will. */
const longestWord = 200;

async function listen(order: Extract<ToServing, { do: 'listen' }>['order']): Promise<object> {
  const { log } = openLog(order.config);
  // An error that nobody caught leaves unknown state behind: the keeper begins a new process.
  const crash = (error: unknown) => {
    log.error('process.crashed', error);
    process.exit(exitCode.failed);
  };
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  const built = await web;
  serving = await built.serveHouse(order, {
    log,
    web: built,
    ears: { onLock: endAtOnce, onUnlocked: () => tell({ tell: 'unlocked' }) },
  });
  return { url: serving.url };
}

async function obey(message: ToServing): Promise<object> {
  switch (message.do) {
    case 'listen':
      return listen(message.order);
    case 'open':
      await present().open(message.order);
      return {};
    case 'ask':
      return present().ask(message.question, message.about);
    case 'stop':
      await present().stop();
      return {};
  }
}

process.on('message', (message: ToServing) => {
  const { id } = message;
  obey(message)
    .then((reply) => tell({ id, reply }))
    .catch((error: unknown) => tell({ id, failure: failureOf(error) }))
    .finally(() => {
      if (message.do === 'stop') process.disconnect?.();
    });
});
