/** The door of the imports module: which files it still needs. Nobody else has business here. */
export { importFilesInUse } from './import-file.server.ts';
export { eraseImportRows } from './erase-import-rows.server.ts';
