import type { Translate } from '#platform/language/translators.ts';
import type { Terminal } from './terminal.ts';

export interface CommandOption {
  type: 'string' | 'boolean';
  /** What stands for the value in the help text, such as DIR. */
  value?: string;
}

/** One command of `serai`. Its texts stand in `locales/<language>/cli.json` under `command.<name>`. */
export interface Command {
  name: string;
  options: Record<string, CommandOption>;
  /** Words after the command, such as `codes` in `serai demo codes`. */
  words?: readonly string[];
  /** Resolves with the exit code. */
  run(call: Call): Promise<number>;
}

export interface Call {
  options: Record<string, string | boolean | undefined>;
  word: string | undefined;
  environment: Record<string, string | undefined>;
  terminal: Terminal;
  /** Texts of the namespace `cli`. */
  t: Translate;
}

/** The option's text, or undefined when it was not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Exit codes: 0 done; 1 done, and the answer is bad news; 2 wrong use; 3 could not be done; 130 broken off. */
export const exitCode = { done: 0, finding: 1, usage: 2, failed: 3, interrupted: 130 } as const;
