import type { Config } from '../config.server.ts';
import { attention, danger, type Finding, fine } from './finding.ts';
import type { Machine } from './read-machine.server.ts';

const gigabyte = 1024 ** 3;
/** The major version that the program is pinned to. */
const node = '24';
/** No clock of this program's time can be earlier: a computer without a battery wakes up in 1970 or 2000. */
const earliest = new Date('2026-01-01T00:00:00Z');

/** The machine under the house. Pure: the facts are read elsewhere. */
export function checkMachine(machine: Machine, now: Date, newestRecord: Date | undefined): Finding[] {
  return [
    machine.nodeVersion.split('.')[0] === node
      ? fine('node', { version: machine.nodeVersion })
      : danger('node', 'other', { version: machine.nodeVersion }),
    machine.userId === 0 ? attention('user', 'root') : fine('user'),
    checkCore(machine.coreLimit, machine.corePattern),
    checkSwap(machine.swaps),
    checkDisk(machine.disk),
    checkClock(now, newestRecord, machine.clockSynchronised),
  ];
}

/** Programs that take core dumps and keep none of a process whose limit is 0. */
const heedsLimit = /^\|\S*\/systemd-coredump\b/;

function checkCore(limit: string | undefined, pattern: string | undefined): Finding {
  if (limit === undefined) return attention('coreDumps', 'unknown');
  if (limit !== '0') return attention('coreDumps', 'on');
  // The kernel hands a dump to a program whatever the limit says (core(5)).
  if (pattern?.startsWith('|') && !heedsLimit.test(pattern))
    return attention('coreDumps', 'piped', { program: pattern.slice(1).split(' ')[0] ?? '' });
  return fine('coreDumps');
}

function checkSwap(swaps: Machine['swaps']): Finding {
  const open = swaps.filter(({ safe }) => !safe).map(({ name }) => name);
  return open.length === 0 ? fine('swap') : attention('swap', 'open', { names: open.join(', ') });
}

function checkDisk(disk: Machine['disk']): Finding {
  if (!disk) return attention('disk', 'unknown');
  const params = { free: (disk.free / gigabyte).toFixed(1) };
  if (disk.free < gigabyte || disk.free < disk.total * 0.03) return danger('disk', 'full', params);
  if (disk.free < 5 * gigabyte || disk.free < disk.total * 0.1) return attention('disk', 'low', params);
  return fine('disk', params);
}

function checkClock(now: Date, newestRecord: Date | undefined, synchronised: boolean | undefined): Finding {
  const params = { now: `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC` };
  if (now < earliest) return danger('clock', 'early', params);
  // A record from the future means that the clock went back since: days, due dates and sessions would be wrong.
  if (newestRecord && newestRecord.getTime() > now.getTime() + 5 * 60_000)
    return danger('clock', 'wentBack', params);
  return synchronised === false ? attention('clock', 'alone', params) : fine('clock', params);
}

/** The addresses that people type, where the operator said them. */
type Addresses = Pick<Config, 'publicUrl' | 'staffUrl' | 'filesUrl'>;

/** Whatever is not this computer must be spoken to over HTTPS. `url` is where the server listens. */
export function checkTransport(url: string, { publicUrl, staffUrl, filesUrl }: Addresses): Finding {
  const { protocol, hostname } = new URL(url);
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  if (protocol === 'https:') return fine('transport', { url });
  if (!isLocal) return danger('transport', 'plain', { url });
  const plain = [publicUrl, staffUrl, filesUrl].find((each) => each?.startsWith('https:') === false);
  if (plain !== undefined) return danger('transport', 'plain', { url: plain });
  return fine('transport', { url: publicUrl ?? url });
}
