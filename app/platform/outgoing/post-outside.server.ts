import { resolve4, resolve6 } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** How a sending ended: the status that came back, or why none did. */
export interface OutsideAnswer {
  status: number | null;
  /** Null where the other side took it (2xx). */
  trouble:
    | null
    | 'refused-address'
    | 'not-found'
    | 'no-connection'
    | 'not-trusted'
    | 'too-slow'
    | 'redirected'
    | 'refused';
}

export interface OutsideRules {
  /** All addresses of a name. */
  resolve(host: string): Promise<string[]>;
  allows(address: string): boolean;
  /** Certificates to trust beside the usual ones; for tests. */
  ca?: string;
  /** Milliseconds for the whole of it. */
  patience: number;
}

export const outsideRules: OutsideRules = {
  async resolve(host) {
    const found = await Promise.allSettled([resolve4(host), resolve6(host)]);
    return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  },
  allows: isPublicAddress,
  patience: 10_000,
};

class RefusedAddress extends Error {}
class NoAddress extends Error {}

/**
 * Posts to an address that somebody typed. The name is resolved once, every address it has must be public, and the
 * connection goes to exactly the address that was checked, so that a name cannot point elsewhere between check and use.
 * No redirect is followed, no proxy of the environment used, nothing of the answer is kept but its status.
 * Never throws.
 */
export async function postOutside(
  target: string,
  body: string,
  headers: Record<string, string>,
  rules: OutsideRules = outsideRules,
): Promise<OutsideAnswer> {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!url || url.protocol !== 'https:' || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0)
    return { status: null, trouble: 'refused-address' };
  return new Promise((settle) => {
    const end = (trouble: OutsideAnswer['trouble'], status: number | null = null) => {
      clearTimeout(timer);
      settle({ status, trouble });
      sending.destroy();
    };
    const sending = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: checkedLookup(rules),
        ...(rules.ca && { ca: rules.ca }),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      },
      (answer) => {
        answer.resume();
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) end(null, status);
        else end(status >= 300 && status < 400 ? 'redirected' : 'refused', status);
      },
    );
    const timer = setTimeout(() => end('too-slow'), rules.patience);
    sending.on('socket', (socket) => {
      // A second look at where the connection really went, before a byte of the notice leaves.
      socket.once('secureConnect', () => {
        if (!rules.allows(socket.remoteAddress ?? '')) end('refused-address');
      });
    });
    sending.on('error', (error) => end(troubleOf(error)));
    sending.end(body);
  });
}

/** Resolves a name once and refuses it when any of its addresses may not be gone to. */
export function checkedLookup(rules: OutsideRules): LookupFunction {
  return (host, options, done) => {
    const answer = async () => {
      const addresses = await rules.resolve(host).catch(() => []);
      if (addresses.length === 0) return done(new NoAddress(), '', 4);
      // One that leads inside is enough: whoever publishes such a name does not mean well.
      if (!addresses.every((address) => rules.allows(address))) return done(new RefusedAddress(), '', 4);
      const all = addresses.map((address) => ({ address, family: isIP(address) }));
      const [first] = all;
      return options.all ? done(null, all) : done(null, first?.address ?? '', first?.family ?? 4);
    };
    void answer();
  };
}

/** Why a connection came to nothing, in a word. */
export function troubleOf(error: Error): OutsideAnswer['trouble'] {
  if (error instanceof RefusedAddress) return 'refused-address';
  if (error instanceof NoAddress) return 'not-found';
  const code = 'code' in error ? String(error.code) : '';
  return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|EPROTO/.test(code) ? 'not-trusted' : 'no-connection';
}
