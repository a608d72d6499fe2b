import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiExamples, apiRoutes } from '#app/api.server.ts';
import { scopeOfAct } from '#modules/integrations/index.server.ts';
import { permissions } from '#app/permissions.ts';
import { roles } from '#platform/actor.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { describeApi } from '#platform/web/open-api.server.ts';
import { allActions, type Action, nameOf } from '../checks/all-actions.ts';
import { apiGuide } from './api-guide.ts';
import { asvsPage } from '../checks/asvs/asvs-page.ts';
import { readAsvsRows } from '../checks/asvs/asvs-rows.ts';
import { sitePaths } from '../checks/doors/site-map.ts';

const notice =
  '<!-- Written by scripts/generate-docs.ts. Change the sources, then run bin/node24 scripts/generate-docs.ts. -->';

/** What can be read off the program itself, by path from the root: the module map, who may do what, the API. */
export async function generateDocs(root: string): Promise<Map<string, string>> {
  const actions = await allActions(root);
  return new Map([
    ['docs/generated/modules.md', moduleMap(root, actions)],
    ['docs/generated/permissions.md', permissionList(actions)],
    ['docs/asvs.md', asvsPage(readAsvsRows(root))],
    ['docs/api.md', apiGuide()],
    [
      'docs/generated/openapi.json',
      `${JSON.stringify(describeApi(apiRoutes, '1', apiExamples, scopeOfAct), null, 2)}\n`,
    ],
  ]);
}

function moduleMap(root: string, actions: readonly Action[]): string {
  const folder = join(root, 'app/modules');
  const pages = sitePaths();
  const modules = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const sections = modules.map((module) => {
    const own = actions.filter(({ file }) => file.startsWith(`app/modules/${module}/`));
    const kinds = (kind: Action['kind']) =>
      own
        .filter((action) => action.kind === kind)
        .map((action) => `\`${nameOf(action)}\``)
        .join(', ');
    const addresses = pages
      .filter(({ file }) => file.startsWith(`modules/${module}/`))
      .map(({ path }) => `\`${path}\``)
      .join(', ');
    const lines = [
      `## ${module}`,
      '',
      purposeOf(join(folder, module, 'README.md')),
      '',
      ...(kinds('operation') ? [`- writes: ${kinds('operation')}`] : []),
      ...(kinds('query') ? [`- reads: ${kinds('query')}`] : []),
      ...(addresses ? [`- pages: ${addresses}`] : []),
      ...doorOf(join(folder, module, 'index.server.ts')),
    ];
    return lines.join('\n');
  });
  return `${notice}\n# Modules\n\nWhat each module owns, writes, reads and shows, and the names at its door for the others.\n\n${sections.join('\n\n')}\n`;
}

/** The first paragraph after the title of the module's own README. */
function purposeOf(readme: string): string {
  if (!existsSync(readme)) return '(no README yet)';
  const paragraphs = readFileSync(readme, 'utf8')
    .split(/\n\s*\n/)
    .map((text) => text.trim());
  return paragraphs.find((text) => text !== '' && !text.startsWith('#')) ?? '';
}

function doorOf(door: string): string[] {
  if (!existsSync(door)) return [];
  const names = [...readFileSync(door, 'utf8').matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) =>
    (list ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
  return names.length > 0 ? [`- door: ${names.map((name) => `\`${name}\``).join(', ')}`] : [];
}

function permissionList(actions: readonly Action[]): string {
  const policy = composePolicy(permissions);
  const columns = [...roles, 'public', 'setup', 'job'] as const;
  const rows = actions
    .map((action) => ({ name: nameOf(action), kind: action.kind }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, kind }) => {
      const permission = policy.permission(name);
      return `| \`${name}\` | ${kind === 'operation' ? 'writes' : 'reads'} | ${columns.map((role) => permission?.[role]?.join(', ') ?? '').join(' | ')} |`;
    });
  return [
    notice,
    '# Who may do what',
    '',
    'As the policy of the program has it. A cell names the relation to the record that allows the act: `centre` it is of',
    'the same centre, `linked` the person is served by the asker, `own` the asker made it or it is theirs to do, `self` it',
    'is about the asker. Empty: never. What it ought to be stands in `checks/authorisation.csv`, kept by hand and compared',
    'with the running program in every cell.',
    '',
    `| act | | ${columns.map((role) => role.replaceAll('_', ' ')).join(' | ')} |`,
    `|---|---|${columns.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}
