import { createHash } from 'node:crypto';

interface Kept {
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

/** Milliseconds for which one rendering of a public page serves everybody. */
const freshFor = 3_000;
const mostPages = 200;

export interface PublicCache {
  /** The page under this key, made at most once in a while; 304 for a browser that has it already. */
  answer(key: string, ifNoneMatch: string | null, make: () => Promise<Response>): Promise<Response>;
  /** After a write of this process: what it changed shows at once. Other processes are some seconds behind. */
  clear(): void;
}

/**
 * Keeps public pages for a few seconds, so that a crowd costs one rendering, and names each by its content, so that
 * a phone that comes back pays for nothing that it has.
 */
export function createPublicCache(now: () => number = Date.now): PublicCache {
  const pages = new Map<string, { until: number; kept: Promise<Kept> }>();
  return {
    clear: () => pages.clear(),
    async answer(key, ifNoneMatch, make) {
      const found = pages.get(key);
      const page =
        found && found.until > now() ? found : { until: now() + freshFor, kept: make().then(keep) };
      if (page !== found) {
        pages.delete(key);
        pages.set(key, page);
        const oldest = pages.keys().next();
        if (pages.size > mostPages && !oldest.done) pages.delete(oldest.value);
      }
      try {
        const kept = await page.kept;
        if (kept.status !== 200) forget(key, page);
        return answerWith(kept, ifNoneMatch);
      } catch (error) {
        forget(key, page);
        throw error;
      }
    },
  };

  function forget(key: string, page: object) {
    if (pages.get(key) === page) pages.delete(key);
  }
}

async function keep(answer: Response): Promise<Kept> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Looking changes nothing, so there is no cookie to set; were there one, it would be somebody's own.
  const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  return { status: answer.status, headers, body, etag };
}

function answerWith({ status, headers: fields, body, etag }: Kept, ifNoneMatch: string | null): Response {
  const headers = new Headers(fields);
  if (status !== 200) return new Response(body, { status, headers });
  headers.set('ETag', etag);
  // Compression on the way makes the name a weak one; the content is the same.
  if (ifNoneMatch?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { status, headers });
}
