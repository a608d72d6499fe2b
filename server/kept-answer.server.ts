import { createHash } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;
type Connection = HttpBindings['outgoing'];
type Coding = 'br' | 'gzip' | 'identity';

/** An answer made once: its bytes in each coding, and its headers as they go onto the wire. */
export interface KeptAnswer {
  etag: string;
  /** The route's pattern, for counting. */
  pattern: string;
  bodies: Partial<Record<Coding, Bytes>> & { identity: Bytes };
  headers: Record<Coding, Both>;
  unchangedHeaders: Both;
  /** What it takes of the memory, about. */
  bytes: number;
}

/** The headers for a browser that may keep the page, and for one that must not. */
interface Both {
  keeping: Record<string, string>;
  forgetting: Record<string, string>;
}

/** What of the asking decides how an answer travels. */
export interface Asking {
  method: string;
  acceptEncoding: string | null;
  ifNoneMatch: string | null;
  userAgent: string | null;
}

const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|image\/svg)/;
const zip = promisify(gzip);
const press = promisify(brotliCompress);
/** For a whole entry: names, headers, the objects themselves. */
const overhead = 3_000;

/**
 * Compresses an answer and writes down its headers. The compressing runs beside the one thread that answers.
 * @param headers all that shall be sent, without the length and the coding
 */
export async function keepAnswer(
  body: Bytes,
  headers: Record<string, string>,
  pattern: string,
): Promise<KeptAnswer> {
  const bodies: KeptAnswer['bodies'] = { identity: body };
  if (compressible.test(headers['Content-Type'] ?? '') && body.length > 500) {
    const [gzipped, pressed] = await Promise.all([
      zip(body, { level: 9 }),
      press(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 6,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
    ]);
    bodies.gzip = new Uint8Array(gzipped);
    bodies.br = new Uint8Array(pressed);
  }
  // Named by its content alone, so that a page which a new revision did not touch is not sent again. A weak name: the
  // codings differ, the page does not.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const shared: Record<string, string> = { ...headers, ETag: etag };
  const isPage = headers['Content-Type']?.startsWith('text/html') === true;
  const both = (keeping: Record<string, string>): Both => ({
    keeping,
    forgetting: isPage ? { ...keeping, 'Cache-Control': 'no-store' } : keeping,
  });
  const { 'Content-Type': _type, ...unchanged } = shared;
  const headersOf = (coding: Coding) =>
    both({
      ...shared,
      ...(coding !== 'identity' && { 'Content-Encoding': coding }),
      'Content-Length': String((bodies[coding] ?? body).length),
    });
  return {
    etag,
    pattern,
    bodies,
    headers: { identity: headersOf('identity'), gzip: headersOf('gzip'), br: headersOf('br') },
    unchangedHeaders: both(unchanged),
    bytes: overhead + Object.values(bodies).reduce((sum, each) => sum + each.length, 0),
  };
}

/** The answer for code that asks without a port. */
export function answerWith(kept: KeptAnswer, asking: Asking): Response {
  const { status, headers, body } = chosen(kept, asking);
  return new Response(body, { status, headers });
}

/** Writes the answer straight to the connection: for a page that is kept, everything between costs more than the page. */
export function writeTo(outgoing: Connection, kept: KeptAnswer, asking: Asking): number {
  const { status, headers, body } = chosen(kept, asking);
  writeBytes(outgoing, status, headers, body);
  return status;
}

export function writeBytes(
  outgoing: Connection,
  status: number,
  headers: Record<string, string>,
  body: Bytes | null,
): void {
  outgoing.writeHead(status, headers);
  if (body) outgoing.end(body);
  else outgoing.end();
}

function chosen(kept: KeptAnswer, { method, acceptEncoding, ifNoneMatch, userAgent }: Asking) {
  const manner = forgetsWhenTold(userAgent) ? 'keeping' : 'forgetting';
  if (ifNoneMatch !== null && hasIt(ifNoneMatch, kept.etag)) {
    return { status: 304, headers: kept.unchangedHeaders[manner], body: null };
  }
  const coding = codingFor(kept, acceptEncoding);
  const body = method === 'HEAD' ? null : (kept.bodies[coding] ?? kept.bodies.identity);
  return { status: 200, headers: kept.headers[coding][manner], body };
}

/**
 * Leaving a page tells the browser to forget what it kept, the page of a moment ago as well. Browsers made from
 * Chromium do; the others show it again on Back, so they are asked to keep no page at all.
 */
const forgetsWhenTold = (userAgent: string | null): boolean => userAgent?.includes('Chrome/') === true;

const weak = (tag: string) => tag.trim().replace(/^W\//, '');

function hasIt(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  const own = weak(etag);
  return ifNoneMatch.split(',').some((each) => each.trim() === '*' || weak(each) === own);
}

const refused = /^\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/;

function codingFor(kept: KeptAnswer, acceptEncoding: string | null): Coding {
  if (acceptEncoding === null) return 'identity';
  if (kept.bodies.br && takes(acceptEncoding, 'br')) return 'br';
  if (kept.bodies.gzip && takes(acceptEncoding, 'gzip')) return 'gzip';
  return 'identity';
}

function takes(acceptEncoding: string, coding: string): boolean {
  const at = acceptEncoding.indexOf(coding);
  return at !== -1 && !refused.test(acceptEncoding.slice(at + coding.length));
}
