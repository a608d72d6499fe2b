import ipaddr from 'ipaddr.js';

/** 2000::/3: all of IPv6 that is given out to the world. */
const worldwide = ipaddr.IPv6.parse('2000::');

/**
 * May the house connect to this address on somebody's word? Only to one of the open internet: not to itself, the machine,
 * the network it stands in, another network's inside, a cloud's metadata, nor to any of these written as, mapped into or
 * tunnelled through IPv6.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(worldwide, 3);
}
