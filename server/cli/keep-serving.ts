// What makes this hard: the serving half may be killed at any moment, by the panic lock in the middle of an opening, or by
// itself. One rule keeps it simple. Everything that begins or ends a serving half waits for its turn; only killing
// does not wait. Whoever's turn it is then finds out what is there and what is missing.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log.server.ts';
import { Problem } from '#platform/problem.ts';
import type { KeptDatabases } from './keep-databases.ts';
import type { Serving, ServingEars } from './serving.ts';

interface Kept {
  /** A serving half that listens with a closed door. */
  begin(ears: ServingEars): Promise<Serving>;
  databases: KeptDatabases;
  log: Log;
}

export interface KeptServing {
  /** The first opening. @throws Problem as `openHouse`, `port.taken` */
  open(): Promise<void>;
  url(): string;
  ask(question: string, about: Record<string, string>): Promise<object>;
  /** Ends at once what serves, with all it knows, and serves sealed. */
  lock(): Promise<void>;
  end(): Promise<void>;
}

export function keepServing({ begin, databases, log }: Kept): KeptServing {
  let serving: Serving | undefined;
  let address = '';
  let isLocked = false;
  let isOver = false;
  let prepared = false;
  /** What a killed process left in the databases is being ended. */
  let clearing: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  /** What one that was killed had still to say of an opening is heard after the lock, and must not take it back. */
  const earsFor = (isHeard: () => boolean): ServingEars => ({
    onLock: () => void lock().catch((error: unknown) => log.error('serving.lock-failed', error)),
    onUnlocked() {
      if (isHeard()) isLocked = false;
    },
  });

  /** Makes sure that something serves, as sealed as it has to be. */
  async function serve(): Promise<void> {
    if (isOver || serving) return;
    const servers = await databases.start();
    const begun: Serving = await begin(earsFor(() => serving === begun));
    serving = begun;
    address = begun.url;
    let isUp = false;
    void watch(begun, () => isUp);
    try {
      await clearing;
      await begun.open({ ...(servers && { servers }), sealed: isLocked, prepared });
      isUp = true;
      prepared = true;
    } catch (error) {
      if (serving === begun) serving = undefined;
      begun.kill();
      throw error;
    }
  }

  async function watch(begun: Serving, wasUp: () => boolean): Promise<void> {
    await begun.ended;
    // Killed on purpose, or replaced already.
    if (serving !== begun) return;
    serving = undefined;
    if (isOver || !wasUp()) return;
    log.info('serving.ended');
    clearing = databases.endBackends();
    await serveUntilUp();
  }

  async function serveUntilUp(): Promise<void> {
    for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
      if (isOver) return;
      try {
        await inTurn(serve);
        return;
      } catch (error) {
        log.error('serving.restart-failed', error);
        await sleep(wait);
      }
    }
  }

  async function lock(): Promise<void> {
    isLocked = true;
    // First the deed: whatever was about to happen in that process does not happen any more.
    const killed = serving;
    serving = undefined;
    killed?.kill();
    log.info('serving.locked');
    // The next one loads while what is left of it is cleared away.
    clearing = (killed?.ended ?? Promise.resolve()).then(() => databases.endBackends());
    await serveUntilUp();
  }

  return {
    open: () => inTurn(serve),
    url: () => address,
    lock,
    ask: (question, about) =>
      inTurn(async () => {
        if (!serving) throw new Problem('server.paused', 503);
        return serving.ask(question, about);
      }),
    end() {
      isOver = true;
      return inTurn(async () => {
        const last = serving;
        serving = undefined;
        await last?.stop();
      });
    },
  };
}
