/** Names of the jobs of an import. Payload of each: `{ importId, centreId }`. */
export const checkImportTask = 'check-import';
export const runImportTask = 'run-import';
export const undoImportTask = 'undo-import';
