/** The door of the facts module: what is quoted, and the revision by which everything public is cached. */
export { editorsOfCentre } from './editors.server.ts';
export { nextRevision } from './content-revision.server.ts';
export { type FactView, hasSource } from './fact.ts';
export { addFactInput } from './fact.schemas.ts';
export type { FactTables } from './fact.tables.server.ts';
export { asStaff, factColumns } from './lock-fact.server.ts';
export { listFacts } from './queries/list-facts.query.server.ts';
