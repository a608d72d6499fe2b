import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareSocketDir } from '#platform/database/embedded-socket.server.ts';

/**
 * The private door for other commands on this machine: a socket in a folder that only this user may enter. Questions
 * and answers are one JSON line each.
 */
export interface ControlSocket {
  path: string;
  close(): Promise<void>;
}

export interface Caller {
  /** Resolves when the one who asked is gone, with or without a word. */
  gone: Promise<void>;
}

/** Answers a question; a thrown error is told as its code. `caller` is the same for all questions of one call. */
export interface Question {
  ask: string;
  /** What the question is about, as the asking command typed it. */
  about?: Record<string, string>;
}

export type Answer = (question: Question, caller: Caller) => Promise<object>;

/** @param name of the socket; a folder has one of each */
export async function openControlSocket(
  dataDir: string,
  answer: Answer,
  name = 'control',
): Promise<ControlSocket> {
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const folder = await prepareSocketDir(join(dataDir, name), owner);
  const path = join(folder, name);
  await rm(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    void serve(socket, answer).finally(() => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  server.unref();
  return {
    path,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      rmSync(path, { force: true });
      rmSync(dirname(path), { force: true, recursive: true });
    },
  };
}

async function serve(socket: Socket, answer: Answer): Promise<void> {
  const caller: Caller = { gone: new Promise<void>((resolve) => socket.once('close', () => resolve())) };
  socket.on('error', () => undefined);
  try {
    for await (const line of createInterface({ input: socket })) {
      const reply = await Promise.resolve()
        .then(() => answer(JSON.parse(line) as Question, caller))
        .catch((error: unknown) => ({
          error: error instanceof Error && 'code' in error ? String(error.code) : 'unexpected',
        }));
      if (!socket.destroyed) socket.write(`${JSON.stringify(reply)}\n`);
    }
  } catch {
    socket.destroy();
  }
}
