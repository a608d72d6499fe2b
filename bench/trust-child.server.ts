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
    say({ outcome, memory: heldAtMost() });
  } catch (error) {
    say({
      broken: error instanceof Error ? (error.stack ?? error.message) : String(error),
      memory: heldAtMost(),
    });
  }
  process.disconnect();
  // A check whose servers hang would otherwise never end.
  process.exit(0);
}

function say(word: TrustWord): void {
  process.send?.(word);
}

const heldAtMost = (): number => process.resourceUsage().maxRSS / 1024;
