/** The door of the erasures module. */
export type { ErasureTables } from './erasure.tables.server.ts';
export { orderErasure } from './order-erasure.server.ts';
export { replayErasures } from './replay-erasures.server.ts';
export { maySeeTabs } from './may-see-tabs.ts';
