import type { MiddlewareHandler } from 'hono';
import type { House } from '#platform/house.server.ts';
import { filePath, uploadResponse } from '#platform/files/answer-upload.server.ts';
import { openFileAddress } from '#platform/files/file-address.server.ts';
import { Problem } from '#platform/problem.ts';
import type { AppEnv } from './app-env.ts';
import type { Origins } from './origins.server.ts';
import { plainPath } from './plain-path.ts';

/** Asked by whoever looks after the machine, under any name. */
const health = new Set(['/healthz', '/readyz']);
const isStaffPath = (path: string) => /^\/(staff|setup|api)(\/|\.|$)/.test(path);
/** What pages of every origin load, and the choice of a language. */
const isShared = (path: string) => /^\/(assets|texts)\//.test(path) || path === '/language';
const notHere = () => new Problem('not-found', 404);

/** Where origins are set apart, each answers only what it is for. Paths are readable by now. */
export function keepApart(house: House, origins: Origins): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { pathname, search } = c.get('url');
    const path = plainPath(pathname);
    const side = c.get('side');
    if (side === 'all' || health.has(path)) return next();
    if (side === 'public') {
      if (/^\/(staff|setup)(\/|\.|$)/.test(path)) throw notHere();
      return next();
    }
    if (side === 'none') throw notHere();
    const isLook = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (path === '/robots.txt' && isLook) return c.text('User-agent: *\nDisallow: /\n');
    if (side === 'files') {
      if (!isLook || !pathname.startsWith(filePath)) throw notHere();
      return answerFile(house, c.req.raw, pathname.slice(filePath.length));
    }
    if (isStaffPath(path) || isShared(path)) return next();
    if (path === '/') return c.redirect('/staff');
    if (!isLook || origins.publicUrl === undefined) throw notHere();
    // A link from the workspace to what the public sees.
    return c.redirect(new URL(pathname + search, new URL(origins.publicUrl).origin).href);
  };
}

async function answerFile(house: House, request: Request, address: string): Promise<Response> {
  const file = openFileAddress(house, address);
  const content = await house.files.open(file.id, { keyId: file.keyId, kind: file.kind });
  const answer = uploadResponse(request, file, Buffer.from(await new Response(content).arrayBuffer()));
  // Pages of the workspace play recordings from here; who has the address may have the file.
  answer.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return answer;
}
