import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { getSystemErrorName } from 'node:util';
import { Problem } from '#platform/problem.ts';

/**
 * A port that is held without taking connections. A serving process is given a copy of it and listens there; when that
 * process ends, whoever connects waits in the kernel's queue for the next one instead of being refused.
 */
export interface BoundPort {
  /** File descriptor to hand to a child process. */
  fd: number;
  port: number;
  close(): void;
}

interface Handle {
  fd: number;
  getsockname(out: { port?: number }): number;
  close(): void;
}

// Node.js makes such handles for `cluster`, which would also give the connections out itself: binds, and never listens.
const { _createServerHandle: createServerHandle } = net as unknown as {
  _createServerHandle(address: string, port: number, family: number): Handle | number;
};

/** @param port 0 for any free one @throws Problem `port.taken`, `port.refused` */
export async function bindPort(host: string, port: number): Promise<BoundPort> {
  const { address, family } = await lookup(host);
  const handle = createServerHandle(address, port, family);
  if (typeof handle === 'number') throw bindProblem(handle, port);
  const bound: { port?: number } = {};
  // A taken port is told at the next call, not by `bind` itself.
  const error = handle.getsockname(bound);
  if (error !== 0 || bound.port === undefined) {
    handle.close();
    throw bindProblem(error, port);
  }
  return { fd: handle.fd, port: bound.port, close: () => handle.close() };
}

function bindProblem(error: number, port: number): Error {
  const code = getSystemErrorName(error);
  if (code === 'EADDRINUSE') return new Problem('port.taken', 500, { params: { port } });
  if (code === 'EACCES') return new Problem('port.refused', 500, { params: { port } });
  return Object.assign(new Error(`cannot listen: ${code}`), { code });
}
