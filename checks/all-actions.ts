import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import type { AnyQuery } from '#platform/operations/query.server.ts';

/** An operation or a query, and the file that it stands in (from the root). */
export type Action = { file: string; exported: string } & (
  | { kind: 'operation'; operation: AnyOperation }
  | { kind: 'query'; query: AnyQuery }
);

const actionFile =
  /^app\/modules\/[^/]+\/(operations\/[^/]+\.server|[^/]+\.queries\.server|queries\/[^/]+\.query\.server)\.ts$/;

/** Every operation and query of every module, found by looking into the files where they may stand. */
export async function allActions(root: string): Promise<Action[]> {
  const files = readdirSync(join(root, 'app/modules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => actionFile.test(file))
    .sort();
  const actions: Action[] = [];
  for (const file of files) {
    const exports = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const [exported, value] of Object.entries(exports)) {
      if (isOperation(value)) actions.push({ file, exported, kind: 'operation', operation: value });
      else if (isQuery(value)) actions.push({ file, exported, kind: 'query', query: value });
    }
  }
  return actions;
}

export const nameOf = (action: Action): string =>
  action.kind === 'operation' ? action.operation.name : action.query.name;

function isOperation(value: unknown): value is AnyOperation {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    'input' in value &&
    'login' in value &&
    typeof value['run'] === 'function'
  );
}

function isQuery(value: unknown): value is AnyQuery {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    'params' in value &&
    'audit' in value &&
    typeof value['run'] === 'function'
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
