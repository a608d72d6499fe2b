import { createServer, type Socket } from 'node:net';

/** A mail server that takes everything and notes when: to whom, and the milliseconds since it began. */
export interface MailCatcher {
  url: string;
  took: { to: string; at: number }[];
  close(): Promise<void>;
}

export async function openMailCatcher(): Promise<MailCatcher> {
  const took: MailCatcher['took'] = [];
  const server = createServer((socket) => answer(socket, took));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    took,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(socket: Socket, took: MailCatcher['took']): void {
  let to = '';
  let isBody = false;
  let rest = '';
  const say = (line: string) => void socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  say('220 mail.example');
  socket.on('data', (piece) => {
    rest += piece.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (isBody) {
        if (line !== '.') continue;
        isBody = false;
        took.push({ to, at: performance.now() });
        say('250 taken');
      } else if (/^rcpt to:/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (/^data/i.test(line)) {
        isBody = true;
        say('354 go on');
      } else if (/^quit/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}
