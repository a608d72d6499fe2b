/** The door of the duplicates module. */
export { eraseMerges } from './erase-merges.server.ts';
