import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A file of this folder running in a process of its own, that answers one message at a time. */
export interface BenchChild {
  ask<Answer>(message: object): Promise<Answer>;
  end(): Promise<void>;
}

export function startChild(file: string, args: string[] = []): BenchChild {
  const child = fork(join(import.meta.dirname, file), args, {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return {
    ask: (message) => answerOf(child, message),
    end() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill();
      return ended;
    },
  };
}

function answerOf<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const lost = (code: number | null) => reject(new Error(`a child of the bench ended with ${code}`));
    child.once('exit', lost);
    child.once('message', (answer) => {
      child.off('exit', lost);
      resolve(answer as Answer);
    });
    child.send(message);
  });
}
