export { openDraft } from './draft.queries.server.ts';
export { discardDraft } from './operations/discard-draft.server.ts';
export { saveDraft } from './operations/save-draft.server.ts';
export type { DraftFields, DraftForm } from './draft.ts';
export { noSubject } from './draft.ts';
