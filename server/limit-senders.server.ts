import type { Server } from 'node:net';
import ipaddr from 'ipaddr.js';

interface SenderLimits {
  /** Connections that one sender may hold open at once. */
  most: number;
  /** Senders that are not counted. This computer itself, unless told: a proxy in front speaks for everybody. */
  spare?: (address: string) => boolean;
}

/**
 * One sender cannot take all connections of the house: what is too many is closed before a byte of it is read. The
 * address is counted while the connection stands and forgotten with it.
 */
export function limitSenders(
  server: Pick<Server, 'on'>,
  { most, spare = isThisComputer }: SenderLimits,
): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || spare(address)) return;
    const sender = senderOf(address);
    const count = (open.get(sender) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(sender, count);
    socket.once('close', () => {
      const left = (open.get(sender) ?? 1) - 1;
      if (left > 0) open.set(sender, left);
      else open.delete(sender);
    });
  });
}

/** One line of a provider has a whole /64 of IPv6 addresses to itself; with IPv4 it is the address. */
export function senderOf(address: string): string {
  const parsed = ipaddr.process(address.split('%')[0] ?? address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}

const isThisComputer = (address: string): boolean =>
  ipaddr.process(address.split('%')[0] ?? address).range() === 'loopback';
