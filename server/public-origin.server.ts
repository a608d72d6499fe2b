import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { AppEnv } from './app-env.ts';

/**
 * The address a person sees. Behind a proxy that ends TLS the request says http; when it came by the configured
 * name, the configured origin is the true one.
 */
export function publicAddress(requestUrl: string, publicUrl: string | undefined): URL {
  const url = new URL(requestUrl);
  if (publicUrl === undefined) return url;
  const configured = new URL(publicUrl);
  if (url.host !== configured.host) return url;
  return new URL(url.pathname + url.search, configured.origin);
}

/** The caller's network address; behind a configured proxy on this machine, the one that the proxy saw. */
export function callerAddress(
  bindings: AppEnv['Bindings'] | undefined,
  forwarded: string | null,
  behindProxy: boolean,
) {
  const remote = bindings?.incoming?.socket.remoteAddress;
  const isLocal =
    remote !== undefined && (isLoopback(remote) || remote === '::1' || remote.startsWith('::ffff:127.'));
  if (behindProxy && isLocal) return forwarded?.split(',').at(-1)?.trim() || remote;
  return remote;
}
