import { connect } from 'node:net';
import type { Lot } from './lot.ts';

/** Bytes that only a program without manners puts on the line: two lengths, half lines, smuggled second requests. */
export function rawRequest(lot: Lot, path: string): { what: string; bytes: string } {
  const host = 'Host: 127.0.0.1\r\n';
  const shapes: [string, string][] = [
    ['two lengths', `POST ${path} HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 7\r\n\r\na=1&b=2`],
    [
      'a length and chunks',
      `POST ${path} HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /staff HTTP/1.1\r\n${host}\r\n`,
    ],
    [
      'chunks that are none',
      `POST ${path} HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n`,
    ],
    [
      'chunks in a strange letter case',
      `POST ${path} HTTP/1.1\r\n${host}Transfer-Encoding: cHuNkEd\r\n\r\n1\r\na\r\n0\r\n\r\n`,
    ],
    ['folded headers', `GET ${path} HTTP/1.1\r\n${host}Cookie: serai=\r\n x\r\n\r\n`],
    ['no host', `GET ${path} HTTP/1.1\r\n\r\n`],
    ['two hosts', `GET ${path} HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`],
    ['a foreign host', `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
    ['a whole address', `GET http://evil.example${path} HTTP/1.1\r\n${host}\r\n`],
    ['an address without a slash', `GET staff HTTP/1.1\r\n${host}\r\n`],
    ['a star', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
    ['a tunnel', `CONNECT ${path} HTTP/1.1\r\n${host}\r\n`],
    ['a made-up method', `SEEK ${path} HTTP/1.1\r\n${host}\r\n`],
    ['an old protocol', `GET ${path} HTTP/0.9\r\n\r\n`],
    ['a new protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
    ['raw letters in the address', `GET ${path}/\u00ff\u0001 HTTP/1.1\r\n${host}\r\n`],
    ['many headers', `GET ${path} HTTP/1.1\r\n${host}${'X-A: b\r\n'.repeat(3_000)}\r\n`],
    ['a long header', `GET ${path} HTTP/1.1\r\n${host}X-A: ${'b'.repeat(40_000)}\r\n\r\n`],
    ['a long line', `GET ${path}?${'a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`],
    ['an upgrade', `GET ${path} HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
    [
      'what waits for a word',
      `POST ${path} HTTP/1.1\r\n${host}Expect: 100-continue\r\nContent-Length: 3\r\n\r\na=1`,
    ],
    [
      'another expectation',
      `POST ${path} HTTP/1.1\r\n${host}Expect: nothing\r\nContent-Length: 3\r\n\r\na=1`,
    ],
    [
      'packed letters',
      `POST ${path} HTTP/1.1\r\n${host}Content-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\na=1`,
    ],
    [
      'a second request behind the first',
      `GET ${path} HTTP/1.1\r\n${host}\r\nGET /nothing HTTP/1.1\r\n${host}\r\n`,
    ],
  ];
  const [what, bytes] = lot.pick(shapes);
  return { what: `${path}, on the line: ${what}`, bytes };
}

/** Sends the bytes and hears what comes until the line closes or falls silent; `silent` when nothing came in time. */
export function sendRaw(
  port: number,
  bytes: string,
  patience: number,
): Promise<{ text: string; silent: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let quiet: NodeJS.Timeout | undefined;
    const end = (silent: boolean): void => {
      clearTimeout(timer);
      clearTimeout(quiet);
      socket.destroy();
      resolve({ text, silent });
    };
    const timer = setTimeout(() => end(text === ''), patience);
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      clearTimeout(quiet);
      quiet = setTimeout(() => end(false), 20);
    });
    socket.on('close', () => end(false));
    socket.on('error', () => end(false));
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}
