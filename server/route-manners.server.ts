import type { ServerBuild } from 'react-router';
import type { PageHandle } from '#platform/web/page-handle.ts';
import type { RouteManner } from './cache-address.ts';

type Route = NonNullable<ServerBuild['routes'][string]>;

/**
 * What the routes say of themselves in their handles, by path: see `PageHandle`. React Router's own matching would do,
 * but it ranks all routes anew for every address, and this is asked in a flood.
 */
export function readRouteManners(routes: ServerBuild['routes']): (path: string) => RouteManner {
  const known = Object.values(routes)
    .filter((route) => route !== undefined && (route.path !== undefined || route.index))
    .map((route) => describe(route as Route, routes))
    .filter(({ path }) => !/^\/(staff|setup)(\/|$)/.test(path))
    .toSorted((a, b) => b.rank - a.rank);
  return (path) => known.find(({ shape }) => shape.test(path))?.manner ?? { shared: true, parameters: [] };
}

function describe(route: Route, routes: ServerBuild['routes']) {
  const chain: Route[] = [];
  for (let each: Route | undefined = route; each; each = routes[each.parentId ?? '']) chain.unshift(each);
  const segments = chain.flatMap(({ path }) => path?.split('/').filter(Boolean) ?? []);
  const handle: PageHandle = Object.assign({}, ...chain.map(({ module }) => module.handle));
  const shape = segments.map(
    (segment) =>
      ({ '*': '(?:/.*)?' })[segment] ??
      (segment.endsWith('?') ? `(?:/${partShape(segment.slice(0, -1))})?` : `/${partShape(segment)}`),
  );
  return {
    path: `/${segments.join('/')}`,
    shape: new RegExp(`^${shape.join('')}/?$`),
    rank: segments.reduce((sum, segment) => sum + weight(segment), 0),
    manner: { shared: handle.shared !== false, parameters: handle.parameters ?? [] },
  };
}

/** `feed.xml`, `:language`, `:slug.pdf`. */
function partShape(segment: string): string {
  const [, name, ending = ''] = /^:[\w-]+()(.*)$/.exec(segment) ?? [];
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return name === undefined ? literal(segment) : `[^/]+${literal(ending)}`;
}

/** The more a pattern says, the sooner it is the one meant. */
const weight = (segment: string): number => (segment === '*' ? -5 : segment.startsWith(':') ? 3 : 10);
