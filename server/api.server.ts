import { type Context, Hono } from 'hono';
import { apiExamples, apiRoutes } from '#app/api.server.ts';
import { scopeOfAct } from '#modules/integrations/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ApiOpenRoute, ApiRoute } from '#platform/web/api-route.server.ts';
import { describeApi } from '#platform/web/open-api.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { answerOpenly } from './answer-openly.server.ts';
import type { AppEnv } from './app-env.ts';
import { createPace } from './pace.server.ts';

const version = '1';

/** The API: the same operations and queries as the pages, for other programs, with the same lanes and deadlines. */
export function createApi(
  house: House,
  webOf: (c: Context<AppEnv>) => Promise<Web>,
  inLane: (web: Web, method: string, work: () => Promise<Response>) => Promise<Response>,
): Hono<AppEnv> {
  const api = new Hono<AppEnv>();
  const pace = createPace();
  const description = describeApi(apiRoutes, version, apiExamples, scopeOfAct);
  api.get('/openapi.json', (c) => {
    c.set('pattern', '/api/v1/openapi.json');
    return c.json(description);
  });
  for (const route of apiRoutes) {
    api.on(route.method, route.path, async (c) => {
      c.set('pattern', `/api/v1${route.path}`);
      const web = await webOf(c);
      if ('open' in route) return inLane(web, route.method, () => answerOpenly(c, route, web));
      if (web.actor.kind !== 'staff') throw new Problem('session.expired', 401);
      if (web.actor.locked) throw new Problem('session.locked', 423);
      pace(web.actor.sessionId, house.clock.now());
      return inLane(web, route.method, () => answer(c, route, web));
    });
  }
  api.all('*', () => {
    throw new Problem('not-found', 404);
  });
  return api;
}

async function answer(
  c: Context<AppEnv>,
  route: Exclude<ApiRoute, ApiOpenRoute>,
  web: Web,
): Promise<Response> {
  const inPath = c.req.param() as Record<string, string>;
  if (route.method === 'POST' && 'query' in route)
    return c.json(await web.read(route.query, { ...(await readBody(c)), ...inPath }));
  if (route.method === 'GET') return c.json(await web.read(route.query, { ...c.req.query(), ...inPath }));
  const idempotencyKey = c.req.header('idempotency-key');
  if (!idempotencyKey) throw new Problem('idempotency.key-missing', 400);
  const result = await web.execute(
    route.operation,
    { ...(await readBody(c)), ...inPath },
    { idempotencyKey },
  );
  return c.json(result ?? null, route.status ?? 200);
}

async function readBody(c: Context<AppEnv>): Promise<object> {
  if (!c.req.header('content-type')?.startsWith('application/json')) throw new Problem('not-json', 415);
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('not-json', 400);
  return refuseCharacters(body);
}

/** The same refusals as for forms: NUL cannot be stored, lone surrogates are no text, depth is bounded. */
function refuseCharacters<Value>(value: Value, depth = 0): Value {
  if (depth > 12) throw new Problem('input.invalid', 422);
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
    throw new Problem('input.invalid', 422, { fields: [{ path: '', code: 'bad-characters' }] });
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      refuseCharacters(name, depth + 1);
      refuseCharacters(child, depth + 1);
    }
  }
  return value;
}
