import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { Problem } from '#platform/problem.ts';
import type { ServerRecord } from './server-record.ts';

export interface ServerCall {
  /** @throws Problem with the code that the server answered, or `server.no-answer` */
  ask<Reply>(question: string, about?: Record<string, string>): Promise<Reply>;
  /** Hangs up. What was asked for during the call (a pause) ends with it. */
  end(): void;
}

/** Calls the running server over its control socket. @throws Problem `server.no-answer` */
export async function callServer(record: Pick<ServerRecord, 'pid' | 'socket'>): Promise<ServerCall> {
  const socket = createConnection(record.socket);
  const failed = new Promise<never>((_, reject) => {
    const fail = (cause?: unknown) =>
      reject(new Problem('server.no-answer', 503, { params: { pid: record.pid }, cause }));
    socket.once('error', fail);
    socket.once('close', () => fail());
  });
  failed.catch(() => undefined);
  await Promise.race([new Promise<void>((resolve) => socket.once('connect', () => resolve())), failed]);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  return {
    async ask<Reply>(question: string, about?: Record<string, string>) {
      socket.write(`${JSON.stringify({ ask: question, about })}\n`);
      const { value } = await Promise.race([lines.next(), failed]);
      if (typeof value !== 'string')
        throw new Problem('server.no-answer', 503, { params: { pid: record.pid } });
      const reply = JSON.parse(value) as Reply & { error?: string };
      if (typeof reply.error === 'string') throw new Problem(reply.error, 503);
      return reply;
    },
    end: () => socket.destroy(),
  };
}
