import { join } from 'node:path';
import { runProgram } from '../scripts/run-program.ts';
import type { Check } from './check.ts';

interface ProgramCheck {
  name: string;
  /** The program's file below node_modules, and its arguments. */
  program: string;
  args: string[];
  /** Reads what was looked at from the program's output. */
  looked: (output: string) => string | undefined;
  /** Lines of the output that tell a fault; without any, a bad exit is one fault that shows the whole output. */
  isFault: (line: string) => boolean;
}

/** A check that another program does. A program that fails without a fault we can read has failed nevertheless. */
export function programCheck({ name, program, args, looked, isFault }: ProgramCheck): Check {
  return {
    name,
    async find(root) {
      const { code, output } = await runProgram(
        process.execPath,
        [join(root, 'node_modules', program), ...args],
        {
          cwd: root,
          env: { NO_COLOR: '1', FORCE_COLOR: undefined },
        },
      );
      const faults =
        code === 0
          ? []
          : output
              .split('\n')
              .filter(isFault)
              .map((line) => line.trim());
      if (code !== 0 && faults.length === 0) faults.push(output.trim().slice(-2_000) || `ended with ${code}`);
      return { looked: looked(output) ?? 'the tree', faults };
    },
  };
}
