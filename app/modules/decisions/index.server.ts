/** The door of the decisions module: what follows when two files become one. */
export { moveDecisions } from './move-decisions.server.ts';
export { eraseDecisions } from './erase-decisions.server.ts';
