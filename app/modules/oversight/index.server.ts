/** The door of the oversight module: until when an emergency access opens a file, and what goes with an erased person. */
export { breakGlassEnds } from './break-glass.server.ts';
export { eraseBreakGlass } from './erase-break-glass.server.ts';
