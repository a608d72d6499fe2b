// PostgreSQL's log is one long stream of bytes, cut into files of equal size. A position reads `16/B374D848`: two halves
// of a 64-bit number. The name of a file is its timeline and its number, each half as eight hexadecimal digits.

/** A position as PostgreSQL prints it, as a number. */
export function parsePosition(text: string): bigint {
  const [high, low] = text.split('/');
  return (BigInt(`0x${high ?? ''}`) << 32n) + BigInt(`0x${low ?? ''}`);
}

export const printPosition = (position: bigint): string =>
  `${(position >> 32n).toString(16).toUpperCase()}/${(position & 0xffffffffn).toString(16).toUpperCase()}`;

const eight = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');

/** The name of the file with this number. `size` in bytes, the same for a cluster's whole life. */
export function logFileName(timeline: number, number: bigint, size: bigint): string {
  const perHigh = 0x100000000n / size;
  return `${eight(BigInt(timeline))}${eight(number / perHigh)}${eight(number % perHigh)}`;
}

/** Where a name stands in the row of all names of its timeline. */
export function logFileNumber(name: string, size: bigint): bigint {
  return BigInt(`0x${name.slice(8, 16)}`) * (0x100000000n / size) + BigInt(`0x${name.slice(16)}`);
}
