/** The door of the decisions module: nothing of it is anybody else's business but the shape of its table. */
export type { DecisionTables } from './decision.tables.server.ts';
