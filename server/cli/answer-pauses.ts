import type { Snapshot } from '#platform/backup/snapshot.server.ts';
import { Problem } from '#platform/problem.ts';
import type { Answer, Caller } from './control-socket.ts';

interface Pausable {
  /** Ends the open requests, stops the databases, and says what stands in them. */
  pause(): Promise<Snapshot>;
  resume(): Promise<void>;
}

/**
 * "pause" stops the databases for a copy; "resume" brings the centre back. Hanging up does too: a copy that dies
 * halfway must not leave a centre closed.
 */
export function answerPauses(centre: Pausable): Answer {
  let holder: Caller | undefined;

  async function release(caller: Caller) {
    if (holder !== caller) return;
    await centre.resume();
    holder = undefined;
  }

  return async ({ ask }, caller) => {
    if (ask === 'pause') {
      if (holder) throw new Problem('backup.busy', 409);
      holder = caller;
      void caller.gone.then(() => release(caller));
      try {
        return { snapshot: await centre.pause() };
      } catch (error) {
        await release(caller);
        throw error;
      }
    }
    if (ask === 'resume') {
      await release(caller);
      return {};
    }
    return { state: holder ? 'paused' : 'running' };
  };
}
