import { spawn } from 'node:child_process';

interface RunOptions {
  cwd: string;
  env?: Record<string, string | undefined>;
  /** Show what the program prints as it comes; otherwise it is only collected. */
  show?: boolean;
  /** Milliseconds after which the program and its children are ended. */
  limit?: number;
}

export interface ProgramEnd {
  /** null when it was ended by a signal. */
  code: number | null;
  output: string;
  overran: boolean;
}

/** Runs a program to its end, without a terminal to ask at. @throws when it cannot be started */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that a run that hangs is ended with everything it started.
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const chunks: Buffer[] = [];
    const keep = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.show) to.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    let overran = false;
    const endGroup = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const timer = options.limit
      ? setTimeout(() => {
          overran = true;
          endGroup();
        }, options.limit)
      : undefined;
    const interrupt = () => {
      endGroup();
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const settle = () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    const end = (code: number | null) => {
      settle();
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), overran });
    };
    child.once('close', end);
    // A daemon that was left behind may hold the pipes open: its output is not waited for.
    child.once('exit', (code) => setTimeout(end, 3_000, code).unref());
  });
}
