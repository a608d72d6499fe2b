import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { AppEnv } from './app-env.ts';

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
