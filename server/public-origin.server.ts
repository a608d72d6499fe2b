import ipaddr from 'ipaddr.js';
import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { AppEnv } from './app-env.ts';

/**
 * The caller's network address; behind a configured proxy on this machine, the one that the proxy saw. Of IPv6 the /64 that
 * one line has to itself: whoever guesses would else be another caller with every guess.
 */
export function callerAddress(
  bindings: AppEnv['Bindings'] | undefined,
  forwarded: string | null,
  behindProxy: boolean,
) {
  const remote = bindings?.incoming?.socket.remoteAddress;
  const isLocal =
    remote !== undefined && (isLoopback(remote) || remote === '::1' || remote.startsWith('::ffff:127.'));
  const caller = (behindProxy && isLocal && forwarded?.split(',').at(-1)?.trim()) || remote;
  return caller && lineOf(caller);
}

function lineOf(address: string): string {
  const plain = address.split('%')[0] ?? address;
  if (!ipaddr.isValid(plain)) return address;
  const parsed = ipaddr.process(plain);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return new ipaddr.IPv6([...(parsed as ipaddr.IPv6).parts.slice(0, 4), 0, 0, 0, 0]).toString();
}
