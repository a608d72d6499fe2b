/** A field the problem is about: `path` in dotted form (`names.0.given`), `code` under `field.*` in the locales. */
export interface ProblemField {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

interface ProblemDetails {
  fields?: ProblemField[];
  params?: Record<string, string | number>;
  /** Seconds after which a retry makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * Something a person can meet. `code` is a key under `problem.*` in the locales (title and next step),
 * `status` the HTTP status it travels with. Nothing in it may hold personal data.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: ProblemField[];
  readonly params: Record<string, string | number>;
  readonly retryAfter: number | undefined;

  constructor(code: string, status: number, details: ProblemDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.fields = details.fields ?? [];
    this.params = details.params ?? {};
    this.retryAfter = details.retryAfter;
  }
}

/** By shape, not by class: the server bundle and the command line may each hold a copy of the class. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'code' in error && 'status' in error;
}

export const notFound = () => new Problem('not-found', 404);
export const forbidden = () => new Problem('forbidden', 403);
export const versionConflict = () => new Problem('conflict.version', 409);
/** One field is wrong in a way that only the rule knows, not the schema. */
export const fieldProblem = (path: string, code: string, params?: Record<string, string | number>) =>
  new Problem('input.invalid', 422, { fields: [{ path, code, ...(params && { params }) }] });
