/** The fixed tables of counts, for what leaves the house, and the periods that they are counted in. */
export { countTables } from './count-tables.server.ts';
export { type Cell, protectNumber, protectTable } from './small-cells.ts';
export { periodBefore, periodOf } from './period.ts';
