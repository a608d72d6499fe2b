/** The network of centres, for other modules. */
export { otherCentres } from './queries/other-centres.query.server.ts';
export { eraseMatches } from './erase-matches.server.ts';
