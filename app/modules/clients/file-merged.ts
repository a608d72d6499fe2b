import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ConsentWithdrawn } from './consent-withdrawn.ts';

/** One row that followed a merge, and what is needed to bring it back. Ids and codes only, never words of a person. */
export interface MovedRow {
  table: string;
  rowId: string;
  detail?: Record<string, unknown>;
}

export interface FileMoving {
  mergeId: string;
  survivorId: string;
  mergedId: string;
  /** Whether the person whom the rows come to is restricted: the rows carry the same flag. */
  restricted: boolean;
}

// oxlint-disable-next-line typescript/no-explicit-any -- each module narrows the tables to its own through `on`
type Context = Pick<OperationContext<any>, 'house' | 'actor' | 'on' | 'now' | 'today' | 'enqueue'>;

/**
 * How a module's rows follow when two files become one, in the same transaction, and go back when that is undone. What
 * is sealed under the key of the one is sealed anew under the key of the other; its place stays. A row that was made
 * after the merge stays with the survivor unless it belongs to a row that goes back.
 * @throws Problem `duplicates.ask-supervisor` when something that hangs on the file is out of the actor's reach
 */
export interface FileMerged {
  /** From the merged file to the survivor. */
  move(context: Context, moving: FileMoving): Promise<MovedRow[]>;
  /** From the survivor back. @param rows everything that any module moved */
  moveBack(context: Context, moving: FileMoving & { rows: readonly MovedRow[] }): Promise<void>;
}
export type MergeContext = Context;

/** What the other modules do when two files become one, and when that stops a yes. Given by whoever composes the modules. */
export interface MergeReactions {
  fileMerged: readonly FileMerged[];
  consentWithdrawn: readonly ConsentWithdrawn[];
}
