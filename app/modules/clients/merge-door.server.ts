/** What the merging of files needs of the clients module. */
export type { ClientRow } from './client.tables.server.ts';
export type { Choices, ComparedField } from './joined-file.ts';
export { choicesSchema } from './joined-file.schemas.ts';
export { comparePair } from './compare-pair.server.ts';
export { checkChoices, joinFiles, type JoinedFiles, lockFiles } from './join-files.server.ts';
export { askSupervisor } from './merged-readers.server.ts';
export { partFiles } from './part-files.server.ts';
