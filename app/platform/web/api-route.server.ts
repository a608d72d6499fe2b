import type { z } from 'zod';
import type { AnyOperation } from '../operations/operation.server.ts';
import type { AnyQuery } from '../operations/query.server.ts';
import type { Web } from './web-context.ts';

interface RouteBasics {
  /** Below /api/v1, with `:name` for what stands in the path: `/contacts/:contactId`. */
  path: string;
  /** One sentence for the API's description. */
  summary: string;
}

/** A query over GET: path and address parameters together are its params. */
export interface ApiQueryRoute extends RouteBasics {
  method: 'GET';
  query: AnyQuery;
}

/**
 * A query over POST, for what must not stand in an address: a name that is looked for would be in every log on the way.
 * The JSON body is its params; nothing is written but the audit.
 */
export interface ApiSearchRoute extends RouteBasics {
  method: 'POST';
  query: AnyQuery;
}

/** An operation over POST: the JSON body with the path's parameters is its input. `Idempotency-Key` is required. */
export interface ApiOperationRoute extends RouteBasics {
  method: 'POST';
  operation: AnyOperation;
  /** 201 where something new comes to be. */
  status?: 200 | 201;
}

/** What everybody may read, without a session: the same for all who ask alike, and cacheable. */
export interface ApiOpenRoute extends RouteBasics {
  method: 'GET';
  /** Its name in the description: `guide.list-published`. */
  name: string;
  params: z.ZodType;
  /** Params are parsed already. The revision changes whenever any answer of this address may have changed. */
  open(web: Web, params: never): Promise<{ body: unknown; revision: string }>;
}

export type ApiRoute = ApiQueryRoute | ApiSearchRoute | ApiOperationRoute | ApiOpenRoute;

/** The act behind an address: its name in permissions and audit. */
export const actOf = (route: Exclude<ApiRoute, ApiOpenRoute>): string =>
  'query' in route ? route.query.name : route.operation.name;

/** Names the door for one query. */
export function apiQuery(path: string, query: AnyQuery, summary: string): ApiQueryRoute {
  return { method: 'GET', path, query, summary };
}

/** Names the door for a query whose params are nobody's but the asker's. */
export function apiSearch(path: string, query: AnyQuery, summary: string): ApiSearchRoute {
  return { method: 'POST', path, query, summary };
}

/** Names an open door. */
export function apiOpen<Schema extends z.ZodType>(
  path: string,
  name: string,
  params: Schema,
  open: (web: Web, params: z.output<Schema>) => Promise<{ body: unknown; revision: string }>,
  summary: string,
): ApiOpenRoute {
  return { method: 'GET', path, name, params, open, summary };
}

/** Names the door for one operation. */
export function apiOperation(
  path: string,
  operation: AnyOperation,
  summary: string,
  status: 200 | 201 = 200,
): ApiOperationRoute {
  return { method: 'POST', path, operation, summary, status };
}
