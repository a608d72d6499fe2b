import type { Config } from '#platform/config.server.ts';
import { isLoopback } from '#platform/web/cookie-jar.server.ts';

/**
 * What an address is for. `all` where nothing is set apart, and on this very computer; `none` for names that are not
 * ours where something is.
 */
export type Side = 'all' | 'public' | 'staff' | 'files' | 'none';

export interface Origins {
  /** Nothing is set apart: every address is for everything. */
  isOne: boolean;
  publicUrl: string | undefined;
  /**
   * The address a person sees. Behind a proxy that ends TLS the request says http; when it came by a configured name,
   * that origin is the true one.
   */
  seen(requestUrl: string): URL;
  /** @param isForwarded whether a proxy passed it on: then a name of this computer is a proxy's mistake */
  sideOf(host: string, isForwarded: boolean): Side;
}

/** The house may have three origins, so that a fault in what is public or was uploaded cannot act in the workspace. */
export function readOrigins({ publicUrl, staffUrl, filesUrl }: Config): Origins {
  const sides = new Map<string, { side: Side; origin: string }>();
  const isOne = staffUrl === undefined && filesUrl === undefined;
  const note = (url: string | undefined, side: Side) => {
    if (url !== undefined) sides.set(new URL(url).host, { side, origin: new URL(url).origin });
  };
  note(publicUrl, staffUrl === undefined ? 'all' : 'public');
  note(staffUrl, 'staff');
  note(filesUrl, 'files');
  return {
    isOne,
    publicUrl,
    seen(requestUrl) {
      const url = new URL(requestUrl);
      const known = sides.get(url.host);
      return known ? new URL(url.pathname + url.search, known.origin) : url;
    },
    sideOf(host, isForwarded) {
      if (isOne) return 'all';
      const known = sides.get(host);
      if (known) return known.side;
      return !isForwarded && isLoopback(host.replace(/:\d+$/, '')) ? 'all' : 'none';
    },
  };
}
