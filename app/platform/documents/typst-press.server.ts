import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findProjectRoot } from './project-root.server.ts';
import type { PressAnswer, PressOrder } from './typst-press.worker.server.ts';

/** Runs Typst in a thread of its own. The thread starts with the first order and never keeps the process alive. */
export interface TypstPress {
  /** @throws Error whose message is Typst's complaint, without the data. */
  print(order: Omit<PressOrder, 'id'>): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A page that takes longer is broken; the thread is ended, and the next order starts another. */
const patience = 30_000;

interface Waiting {
  done: (pdf: Uint8Array) => void;
  failed: (error: Error) => void;
  timer: NodeJS.Timeout;
}

export function createTypstPress(): TypstPress {
  let thread: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const file = join(findProjectRoot(), 'app/platform/documents/typst-press.worker.server.ts');
    const worker = new Worker(file, { name: 'documents', resourceLimits: { maxYoungGenerationSizeMb: 2 } });
    worker.unref();
    worker.on('message', (answer: PressAnswer) => {
      settle(answer.id, (one) => {
        if ('pdf' in answer) one.done(answer.pdf);
        else one.failed(new Error(answer.complaint));
      });
    });
    worker.on('error', () => end(worker, 'the printing thread failed'));
    worker.on('exit', () => end(worker, 'the printing thread ended'));
    return worker;
  }

  function settle(id: number, finish: (one: Waiting) => void): void {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    if (waiting.size === 0) thread?.unref();
    finish(one);
  }

  function end(worker: Worker, reason: string): void {
    if (worker !== thread) return;
    thread = undefined;
    for (const id of waiting.keys()) settle(id, (one) => one.failed(new Error(reason)));
    void worker.terminate();
  }

  return {
    print(order) {
      const worker = (thread ??= start());
      worker.ref();
      return new Promise((done, failed) => {
        const id = ++lastId;
        const timer = setTimeout(() => end(worker, 'took too long'), patience);
        waiting.set(id, { done, failed, timer });
        worker.postMessage({ ...order, id } satisfies PressOrder, []);
      });
    },
    async close() {
      const worker = thread;
      if (!worker) return;
      end(worker, 'closed');
      await worker.terminate();
    },
  };
}
