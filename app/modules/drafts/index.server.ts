export { openDraft } from './draft.queries.server.ts';
export { discardDraft } from './operations/discard-draft.server.ts';
export { noSubject } from './draft.ts';
export { eraseDrafts } from './erase-drafts.server.ts';
