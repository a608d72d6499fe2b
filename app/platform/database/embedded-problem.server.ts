import { Problem } from '../problem.ts';

export type EmbeddedDatabaseProblemCode =
  | 'database.other-major-version'
  | 'database.in-use'
  | 'database.cannot-start';

/**
 * What the operator can meet when the embedded database does not come up. `logLines` is the end of PostgreSQL's own
 * log. Unlike other problems its message is a full English sentence with the next step, for the terminal, where no
 * translation may be at hand yet.
 */
export class EmbeddedDatabaseProblem extends Problem {
  readonly logLines: readonly string[];

  constructor(
    code: EmbeddedDatabaseProblemCode,
    message: string,
    more: { params?: Record<string, string>; logLines?: readonly string[]; cause?: unknown } = {},
  ) {
    super(code, 503, { params: more.params, cause: more.cause });
    this.logLines = more.logLines ?? [];
    this.message = [message, ...this.logLines.map((line) => `  ${line}`)].join('\n');
  }
}

/** Turns a stray error of the file system or of a child process into a problem with a code. */
export function asStartProblem(error: unknown, name: string): unknown {
  if (error instanceof EmbeddedDatabaseProblem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The embedded database "${name}" cannot start: ${reason}`;
  return new EmbeddedDatabaseProblem('database.cannot-start', message, {
    params: { name, reason },
    cause: error,
  });
}

/** The code of a system error, such as "ENOENT". */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
