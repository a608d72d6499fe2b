import type { ImportState } from '../import.tables.server.ts';

/** How loud the state of an import is said. */
export const stateTone = (state: ImportState): 'plain' | 'attention' | 'success' =>
  state === 'done' ? 'success' : state === 'ready' || state === 'open' ? 'attention' : 'plain';
