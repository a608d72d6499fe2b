import { Problem } from '#platform/problem.ts';
import type { OpeningOrder, ServingOrder } from './serving.ts';

/** What the keeper tells its child. Never a key: the child reads it from the key file itself, or waits for a person. */
export type ToServing =
  | { id: number; do: 'listen'; order: ServingOrder }
  | { id: number; do: 'open'; order: OpeningOrder }
  | { id: number; do: 'ask'; question: string; about: Record<string, string> }
  | { id: number; do: 'stop' };

export type FromServing =
  | { id: number; reply: object }
  | { id: number; failure: Failure }
  | { tell: 'lock' | 'unlocked' };

/** An error on its way between two processes. Messages of strangers stay behind: they may quote values. */
export interface Failure {
  name: string;
  code?: string;
  status?: number;
  params?: Record<string, string | number>;
  retryAfter?: number;
  logLines?: string[];
  message?: string;
  stack?: string;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error' };
  const from = error as Error & Partial<Failure>;
  const isOwn = error.name === 'Problem';
  return {
    name: error.name,
    ...(from.code !== undefined && { code: from.code }),
    ...(isOwn && {
      status: from.status,
      params: from.params,
      retryAfter: from.retryAfter,
      message: error.message,
    }),
    ...(Array.isArray(from.logLines) && { logLines: from.logLines.map(String) }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}

/** The error again, as near to what it was as this process needs it. */
export function errorOf(failure: Failure): Error {
  const error =
    failure.name === 'Problem' && failure.code !== undefined
      ? new Problem(failure.code, failure.status ?? 500, {
          ...(failure.params && { params: failure.params }),
          ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
        })
      : Object.assign(new Error(failure.name), failure.code !== undefined && { code: failure.code });
  if (failure.name !== 'Problem') error.name = failure.name;
  if (failure.message !== undefined) error.message = failure.message;
  error.stack = `${error.name}: ${error.message}\n${failure.stack ?? ''}`;
  return failure.logLines ? Object.assign(error, { logLines: failure.logLines }) : error;
}
