import { hostname, networkInterfaces } from 'node:os';

/** How other computers of the office can call this one. */
export interface LanNames {
  /** Names without and with `.local`, lower case. */
  hosts: string[];
  /** Addresses of private networks (RFC 1918, RFC 4193, carrier-grade and link-local), without zone. */
  addresses: string[];
}

/** The machine's name and its private addresses. Public addresses are left out: this is for the office only. */
export function findLanNames(): LanNames {
  const name = hostname().toLowerCase().split('.')[0] ?? '';
  // A name that cannot stand in a certificate (underscores, blanks) is left out; the addresses still work.
  const hosts = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? [name, `${name}.local`] : [];
  const addresses = Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter((card) => !card.internal && isPrivateAddress(card.address))
    // A link-local address of IPv6 needs the name of a network card with it, which no certificate can hold.
    .filter((card) => card.family === 'IPv4' || !card.address.toLowerCase().startsWith('fe80'))
    .map((card) => card.address.split('%')[0] ?? '');
  return { hosts, addresses: [...new Set(addresses)] };
}

export function isPrivateAddress(address: string): boolean {
  if (address.includes(':')) return /^(f[cd]|fe[89ab])/i.test(address);
  const [first = 0, second = 0] = address.split('.').map(Number);
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128)
  );
}
