import type { AnyOperation } from '../operations/operation.server.ts';
import type { AnyQuery } from '../operations/query.server.ts';

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

/** An operation over POST: the JSON body with the path's parameters is its input. `Idempotency-Key` is required. */
export interface ApiOperationRoute extends RouteBasics {
  method: 'POST';
  operation: AnyOperation;
  /** 201 where something new comes to be. */
  status?: 200 | 201;
}

export type ApiRoute = ApiQueryRoute | ApiOperationRoute;

/** Names the door for one query. */
export function apiQuery(path: string, query: AnyQuery, summary: string): ApiQueryRoute {
  return { method: 'GET', path, query, summary };
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
