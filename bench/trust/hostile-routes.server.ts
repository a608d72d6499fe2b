import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { apiRoutes } from '#app/api.server.ts';
import { actOf } from '#platform/web/api-route.server.ts';
import { scenes } from '../../checks/authorisation/scenes.testing.ts';
import type { DoorWorld } from '../../checks/doors/door-world.testing.ts';
import { sitePaths } from '../../checks/doors/site-map.ts';
import { type FieldPath, fieldPaths } from '../../checks/hostile-input/field-paths.ts';

/** A page, and the forms that it shows to a coordinator: what a browser would send, field by field. */
export interface HostilePage {
  kind: 'page';
  path: string;
  url: string;
  forms: { action: string; fields: [string, string][] }[];
}

/** An address of the API with an input that it would take, and every field of it. */
export interface HostileApi {
  kind: 'api';
  method: string;
  path: string;
  input: Record<string, unknown>;
  fields: FieldPath[];
}

/** Every address of the site and of the API. Records are made for them once. */
export async function hostileRoutes(world: DoorWorld): Promise<(HostilePage | HostileApi)[]> {
  const { coordinator } = world.askers;
  const routes: (HostilePage | HostileApi)[] = [];
  for (const { path } of sitePaths()) {
    const url = (await world.fill(path.replace('?', ''), coordinator, 'centre')).replace('*', 'nowhere');
    const answer = await world.ask(url, coordinator);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    const text = await answer.text();
    routes.push({ kind: 'page', path, url, forms: isPage ? formsOf(text, url) : [] });
  }
  for (const route of apiRoutes) {
    const scene = 'open' in route ? undefined : scenes[actOf(route)];
    const input = scene ? await scene(world, coordinator, 'centre') : {};
    const schema =
      'open' in route ? route.params : 'query' in route ? route.query.params : route.operation.input;
    routes.push({
      kind: 'api',
      method: route.method,
      path: route.path,
      input,
      fields: fieldPaths(schema, input),
    });
  }
  return routes;
}

type Node = DefaultTreeAdapterMap['node'];

/** The forms of a page with their fields as they stand there. */
export function formsOf(html: string, url: string): HostilePage['forms'] {
  const forms: HostilePage['forms'] = [];
  const walk = (node: Node, inside: HostilePage['forms'][number] | undefined): void => {
    let form = inside;
    if (node.nodeName === 'form') {
      form = { action: attribute(node, 'action') ?? url, fields: [] };
      if (attribute(node, 'method')?.toLowerCase() === 'post') forms.push(form);
    }
    const name = attribute(node, 'name');
    if (form && name && ['input', 'select', 'textarea', 'button'].includes(node.nodeName))
      form.fields.push([name, attribute(node, 'value') ?? '']);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, form);
  };
  walk(parse(html), undefined);
  return forms;
}

const attribute = (node: Node, name: string): string | undefined =>
  'attrs' in node ? node.attrs.find((each) => each.name === name)?.value : undefined;
