import { type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import {
  checkedLookup,
  type OutsideAnswer,
  type OutsideRules,
  outsideRules,
  troubleOf,
} from './post-outside.server.ts';

const mostBytes = 512 * 1024;

/** Nothing usable came back; `trouble` says why. */
export class OutsideTrouble extends Error {
  trouble: NonNullable<OutsideAnswer['trouble']> | 'too-long';

  constructor(trouble: NonNullable<OutsideAnswer['trouble']> | 'too-long') {
    super(trouble);
    this.trouble = trouble;
  }
}

interface Asked {
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Asks an address that the operator named and reads its answer, at most 512 KiB. As `postOutside`: over TLS, to exactly
 * the address that was checked, no redirect followed, no proxy of the environment used.
 * @param rules with `allows: 'everything'` for a machine of the organisation's own network
 * @throws OutsideTrouble
 */
export async function fetchOutside(
  target: string,
  { method, headers, body = '' }: Asked,
  rules: Omit<OutsideRules, 'allows'> & { allows: OutsideRules['allows'] | 'everything' } = outsideRules,
): Promise<Response> {
  const { allows } = rules;
  const url = URL.canParse(target) ? new URL(target) : undefined;
  const byNumber = url !== undefined && isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (!url || url.protocol !== 'https:' || (byNumber && allows !== 'everything'))
    throw new OutsideTrouble('refused-address');
  const options: RequestOptions = {
    method,
    agent: false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
    ...(rules.ca && { ca: rules.ca }),
    ...(allows !== 'everything' && { lookup: checkedLookup({ ...rules, allows }) }),
  };
  return new Promise((settle, fail) => {
    const refuse = (trouble: OutsideTrouble['trouble']) => {
      clearTimeout(timer);
      fail(new OutsideTrouble(trouble));
      sending.destroy();
    };
    const sending = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) refuse('too-long');
        else parts.push(part);
      });
      answer.on('error', () => refuse('no-connection'));
      answer.on('end', () => {
        clearTimeout(timer);
        const status = answer.statusCode ?? 0;
        if (status >= 300 && status < 400) return refuse('redirected');
        const type = answer.headers['content-type'];
        const bodyless = status < 200 || status === 204 || status === 205;
        settle(
          new Response(bodyless ? null : Buffer.concat(parts), {
            status: Math.max(status, 200),
            headers: type ? { 'content-type': type } : {},
          }),
        );
      });
    });
    const timer = setTimeout(() => refuse('too-slow'), rules.patience);
    sending.on('socket', (socket) => {
      socket.once('secureConnect', () => {
        if (allows !== 'everything' && !allows(socket.remoteAddress ?? '')) refuse('refused-address');
      });
    });
    sending.on('error', (error) => refuse(troubleOf(error) ?? 'no-connection'));
    sending.end(body);
  });
}
