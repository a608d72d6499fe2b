/** The door of the oversight module: until when an emergency access opens a file, and the watch over reading. */
export { breakGlassEnds } from './break-glass.server.ts';
export { watchReading } from './watch-reading.server.ts';
export { eraseBreakGlass } from './erase-break-glass.server.ts';
