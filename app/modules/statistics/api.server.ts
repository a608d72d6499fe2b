import { type ApiRoute, apiQuery } from '#platform/web/api-route.server.ts';
import { viewStatistics } from './queries/view-statistics.query.server.ts';

/** Numbers for other programs, as a data officer sees them: small ones hidden. */
export const statisticsApi: ApiRoute[] = [
  apiQuery('/statistics', viewStatistics, 'Counts of a month, by dimension; small ones are hidden.'),
];
