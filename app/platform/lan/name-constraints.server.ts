/**
 * X.509 name constraints (RFC 5280, 4.2.1.10), in DER: the only names and addresses for which an authority counts.
 * Office computers come to trust our authority for everything it signs; this keeps a stolen authority from signing
 * for a bank.
 */
export function permittedNames(hosts: readonly string[], networks: readonly string[]): Buffer {
  const names = hosts.map((host) => tlv(0x82, Buffer.from(host, 'ascii')));
  const ranges = networks.map((network) => tlv(0x87, addressRange(network)));
  return tlv(0x30, tlv(0xa0, ...[...names, ...ranges].map((name) => tlv(0x30, name))));
}

/** Tag, length, content. */
function tlv(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80 ? Buffer.of(body.length) : Buffer.of(0x82, body.length >> 8, body.length & 0xff);
  return Buffer.concat([Buffer.of(tag), length, body]);
}

/** `10.0.0.0/8` or `fc00::/7` as address and mask. */
function addressRange(network: string): Buffer {
  const [address = '', bits = '0'] = network.split('/');
  const size = address.includes(':') ? 16 : 4;
  const start = size === 4 ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address);
  const mask = Buffer.alloc(size);
  for (let bit = 0; bit < Number(bits); bit += 1)
    mask.writeUInt8(mask.readUInt8(bit >> 3) | (0x80 >> (bit & 7)), bit >> 3);
  return Buffer.concat([start, mask]);
}

/** Only the forms used here: leading groups, then `::`. */
function ipv6Bytes(address: string): Buffer {
  const bytes = Buffer.alloc(16);
  const groups = address.split('::')[0]?.split(':').filter(Boolean) ?? [];
  groups.forEach((group, index) => bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2));
  return bytes;
}
