import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '#app/routes.ts';

export interface SitePath {
  /** As the modules name it: `/staff/people/:clientId`. */
  path: string;
  /** From the `app` folder. */
  file: string;
}

/** Every address of the site with the page behind it. Pages that catch what is missing end in `*`. */
export function sitePaths(): SitePath[] {
  const paths: SitePath[] = [];
  collect(routes, '', paths);
  return paths.sort((a, b) => a.path.localeCompare(b.path));
}

function collect(entries: readonly RouteConfigEntry[], above: string, into: SitePath[]): void {
  for (const { path, file, children } of entries) {
    const here = path === undefined ? above : `${above}/${path}`;
    if (children) collect(children, here, into);
    else if (!file.endsWith('.layout.tsx')) into.push({ path: here === '' ? '/' : here, file });
  }
}
