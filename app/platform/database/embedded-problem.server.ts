export type EmbeddedDatabaseProblemCode =
  | 'database.other-major-version'
  | 'database.in-use'
  | 'database.cannot-start';

/**
 * What the operator can meet when the embedded database does not come up. `code` names the translated text,
 * `details` are its placeholders, `logLines` the end of PostgreSQL's own log. The message is a full English
 * sentence with the next step, for the terminal, where no translation may be at hand yet.
 */
export class EmbeddedDatabaseProblem extends Error {
  override readonly name = 'EmbeddedDatabaseProblem';
  readonly code: EmbeddedDatabaseProblemCode;
  readonly details: Readonly<Record<string, string>>;
  readonly logLines: readonly string[];

  constructor(
    code: EmbeddedDatabaseProblemCode,
    message: string,
    more: { details?: Record<string, string>; logLines?: readonly string[]; cause?: unknown } = {},
  ) {
    const lines = more.logLines ?? [];
    super(lines.length > 0 ? `${message}\n${lines.map((line) => `  ${line}`).join('\n')}` : message, {
      cause: more.cause,
    });
    this.code = code;
    this.details = more.details ?? {};
    this.logLines = lines;
  }
}

/** Turns a stray error of the file system or of a child process into a problem with a code. */
export function asStartProblem(error: unknown, name: string): unknown {
  if (error instanceof EmbeddedDatabaseProblem) return error;
  if (error instanceof Error && error.name === 'AbortError') return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedDatabaseProblem(
    'database.cannot-start',
    `The embedded database "${name}" cannot start: ${reason}`,
    { details: { name, reason }, cause: error },
  );
}
