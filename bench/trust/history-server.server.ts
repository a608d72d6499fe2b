import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { HistoryAnswer, HistoryAsk, HistoryCall } from './history.child.server.ts';

/** A house in a process of its own that may be killed at any moment; whoever asks, asks until there is an answer. */
export interface HistoryServer {
  /** How often it was killed. */
  readonly kills: number;
  ask(token: string, ask: HistoryAsk): Promise<HistoryAnswer>;
  kill(): void;
  end(): Promise<void>;
}

/** Answers that say "later", after which the same is asked again under the same key. */
const later = new Set([429, 500, 503, 507]);
const mayTake = 60_000;

export function startHistoryServer(dataDir: string, fault: string | undefined): HistoryServer {
  const waiting = new Map<number, (answer: HistoryAnswer | 'lost') => void>();
  let kills = 0;
  let number = 0;
  let ended = false;
  let child: ChildProcess;
  let ready: Promise<void>;

  function start(): void {
    child = fork(join(import.meta.dirname, 'history.child.server.ts'), [JSON.stringify({ dataDir, fault })], {
      execArgv: [],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    ready = new Promise((resolve) => {
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
    });
    child.on('message', (said: HistoryAnswer | { ready: true }) => {
      if ('id' in said) waiting.get(said.id)?.(said);
    });
    child.once('exit', () => {
      for (const lose of waiting.values()) lose('lost');
      if (!ended) void delay(50).then(() => ended || start());
    });
  }

  async function once(call: HistoryCall): Promise<HistoryAnswer | 'lost'> {
    const begun = child;
    if ((await Promise.race([ready, delay(mayTake, 'late', { ref: false })])) === 'late')
      throw new Error('the house was not open within a minute');
    if (begun !== child || !child.connected || child.exitCode !== null) return 'lost';
    return new Promise((resolve) => {
      const settle = (answer: HistoryAnswer | 'lost') => {
        waiting.delete(call.id);
        resolve(answer);
      };
      waiting.set(call.id, settle);
      child.send(call, (error) => error && settle('lost'));
    });
  }

  start();
  return {
    get kills() {
      return kills;
    },
    async ask(token, ask) {
      number += 1;
      const key = `history/${number}`;
      for (const end = performance.now() + mayTake; ; await delay(20)) {
        const answer = await once({ id: (number += 1), token, key, ask });
        if (answer !== 'lost' && !('refused' in answer && later.has(answer.refused.status))) return answer;
        if (performance.now() > end) {
          const why =
            answer === 'lost' ? 'it was lost' : JSON.stringify('refused' in answer ? answer.refused : {});
          throw new Error(`${ask.do} got no answer within a minute: ${why}`);
        }
      }
    },
    kill() {
      kills += 1;
      child.kill('SIGKILL');
    },
    async end() {
      ended = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}
