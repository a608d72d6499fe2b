import { pathToFileURL } from 'node:url';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust/trust-check.ts';

/** What the frame asks of a process that runs one check. */
export interface TrustOrder extends Omit<TrustRun, 'tell'> {
  /** The file that exports `check`. */
  file: string;
}

/** What comes back: lines of progress, then one ending. */
export type TrustWord =
  | { tell: string }
  | { outcome: TrustOutcome; memory: number }
  | { broken: string; memory: number };

// One check in a process of its own: what it holds, breaks or forgets to close ends with it.
process.once('message', (order: TrustOrder) => void work(order));

async function work({ file, ...given }: TrustOrder): Promise<void> {
  try {
    const { check } = (await import(pathToFileURL(file).href)) as { check?: TrustCheck };
    if (!check) throw new Error(`${file} exports no check`);
    const outcome = await check.run({ ...given, tell: (line) => say({ tell: line }) });
    end({ outcome, memory: heldAtMost() });
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    end({ broken, memory: heldAtMost() });
  }
}

// Nobody is left to hear how it ends.
process.once('disconnect', () => process.exit(1));

function say(word: TrustWord): void {
  if (process.connected) process.send?.(word);
}

/** The last word; a check whose servers hang would otherwise never end. */
function end(word: TrustWord): void {
  process.send?.(word, () => process.exit(0));
}

const heldAtMost = (): number => process.resourceUsage().maxRSS / 1024;
