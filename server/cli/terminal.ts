import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  /** A line of the answer. */
  print(line?: string): void;
  /** A line beside the answer: problems, warnings. */
  warn(line: string): void;
  /** What is being done right now. On a screen it replaces the line before; in a log each text stands once. */
  progress(text: string): void;
  /** Ends the line of `progress`. */
  progressDone(): void;
  /** One line from the keyboard (or from a pipe). With `hidden` nothing typed is shown. */
  ask(question: string, options?: { hidden?: boolean }): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const isScreen = process.stderr.isTTY;
  // Whoever reads along may stop reading (`| head`); a server must not end because of it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let shown = '';
  let writtenAt = 0;
  const clear = () => {
    if (isScreen && shown !== '') process.stderr.write('\r\u001b[K');
    shown = '';
  };
  return {
    print(line = '') {
      clear();
      process.stdout.write(`${line}\n`);
    },
    warn(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress(text) {
      if (text === shown) return;
      // A log needs one line for each step, and now and then how far it is.
      const isSameStep = text.replaceAll(/\d+/g, '') === shown.replaceAll(/\d+/g, '');
      if (!isScreen && isSameStep && Date.now() - writtenAt < 10_000) return;
      process.stderr.write(isScreen ? `\r\u001b[K${text}` : `${text}\n`);
      writtenAt = Date.now();
      shown = text;
    },
    progressDone: clear,
    ask(question, { hidden = false } = {}) {
      clear();
      return askLine(question, hidden);
    },
  };
}

function askLine(question: string, hidden: boolean): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = process.stdin.isTTY;
  const lines = createInterface({ input: process.stdin, output: hidden ? silent : process.stderr, terminal });
  return new Promise((resolve, reject) => {
    let answered = false;
    lines.once('line', (line) => {
      answered = true;
      lines.close();
      resolve(line);
    });
    lines.once('SIGINT', () => {
      lines.close();
      process.kill(process.pid, 'SIGINT');
    });
    lines.once('close', () => {
      if (terminal && hidden) process.stderr.write('\n');
      if (!answered) reject(new Error('the input ended before an answer was given'));
    });
  });
}
