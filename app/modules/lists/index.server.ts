/** Lists as each likes them, and lists that leave the house. */
export { exportFile } from './export-file.server.ts';
export { exportPage, submitExport } from './export-page.server.ts';
export { cellText, type ListWords, listWords } from './list-words.server.ts';
export { beginWithFirst, loadListFrame } from './load-list-frame.server.ts';
export { openExport } from './open-export.server.ts';
export { readFilter } from './read-filter.ts';
