import type { ServerBuild } from 'react-router';
import { expect, it } from 'vitest';
import { readRouteManners } from './route-manners.server.ts';

const route = (id: string, path: string | undefined, handle?: object, parentId?: string) => ({
  id,
  path,
  parentId,
  module: { default: () => null, handle },
});
const routes = Object.fromEntries(
  [
    route('root', ''),
    route('layout', undefined, { half: 'public' }, 'root'),
    route('home', ':language?', {}, 'layout'),
    route('guide', ':language/guides/:slug', {}, 'layout'),
    route('sheet', ':language/guides/leaflet', { parameters: ['size'] }, 'layout'),
    route('feed', ':language/feed.xml', { parameters: ['from'] }, 'layout'),
    route('search', ':language/search', { parameters: ['q'] }, 'layout'),
    route('ask', ':language/ask', { shared: false }, 'layout'),
    route('rest', '*', {}, 'layout'),
    route('staff', 'staff', { half: 'staff' }, 'root'),
  ].map((each) => [each.id, each]),
) as unknown as ServerBuild['routes'];
const mannerOf = readRouteManners(routes);

it.each([
  ['/en/search', { shared: true, parameters: ['q'] }],
  ['/en/ask', { shared: false, parameters: [] }],
  ['/en/guides/leaflet', { shared: true, parameters: ['size'] }],
  ['/en/guides/search', { shared: true, parameters: [] }],
  ['/en/feed.xml', { shared: true, parameters: ['from'] }],
  ['/en/feedaxml', { shared: true, parameters: [] }],
  ['/', { shared: true, parameters: [] }],
  ['/nowhere/at/all', { shared: true, parameters: [] }],
])('tells the manner of %s', (path, manner) => expect(mannerOf(path)).toEqual(manner));
