import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Problem } from '#platform/problem.ts';
import type { ApiOpenRoute } from '#platform/web/api-route.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { AppEnv } from './app-env.ts';

/** Seconds for which a cache between us and the reader may answer by itself. */
const sharedFor = 60;

/**
 * An answer for everybody: any site may read it, caches may keep it, and its name is the revision of what it shows, so
 * that whoever has it already pays for nothing.
 */
export async function answerOpenly(c: Context<AppEnv>, route: ApiOpenRoute, web: Web): Promise<Response> {
  const parsed = route.params.safeParse({ ...c.req.query(), ...c.req.param() });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'not-valid' }));
    throw new Problem('input.invalid', 422, { fields });
  }
  const { body, revision } = await route.open(web, parsed.data as never);
  const address = `${c.req.path} ${JSON.stringify(parsed.data)}`;
  const etag = `"${createHash('sha256').update(`${revision} ${address}`).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', `public, no-cache, s-maxage=${sharedFor}`);
  c.header('Access-Control-Allow-Origin', '*');
  // Compression on the way makes the name a weak one; the content is the same.
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  return known?.includes(etag) ? c.body(null, 304) : c.json(body);
}
