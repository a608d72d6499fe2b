/**
 * The closed list of file names. A module can be predicted before it is opened: what is not on this list has no
 * place yet, and a new kind of file is a decision, made here.
 */
interface FileKind {
  pattern: RegExp;
  what: string;
}

const kebab = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
const kind = (pattern: string, what: string): FileKind => ({ pattern: new RegExp(`^${pattern}$`), what });

const moduleFiles: FileKind[] = [
  kind('README\\.md', 'what the module owns, its words, what it will never do'),
  kind('index\\.server\\.ts', 'the only door for other modules'),
  kind('index\\.tsx', 'the door for what other modules’ pages may show'),
  kind('routes\\.ts', 'its pages'),
  kind('api\\.server\\.ts', 'what it offers to other programs'),
  kind('jobs\\.server\\.ts', 'what it does in the background'),
  kind('permissions\\.ts', 'who may do what'),
  kind(`${kebab}\\.ts`, 'a pure rule or shape'),
  kind(`${kebab}\\.schemas\\.ts`, 'input, shared by form and API'),
  kind(`${kebab}\\.tables\\.server\\.ts`, 'its own tables, typed'),
  kind(`${kebab}\\.queries\\.server\\.ts`, 'select only'),
  kind(`${kebab}\\.server\\.ts`, 'a step that several operations or queries share'),
  kind(`${kebab}(\\.server|\\.schemas)?\\.test\\.tsx?`, 'a test'),
  kind(`${kebab}\\.testing\\.ts`, 'factories for tests'),
  kind(`operations/${kebab}\\.server\\.ts`, 'one write'),
  kind(`operations/${kebab}(\\.server)?\\.test\\.ts`, 'its test'),
  kind(`queries/${kebab}\\.query\\.server\\.ts`, 'one read'),
  kind(`queries/${kebab}(\\.query)?(\\.server)?\\.test\\.ts`, 'its test'),
  kind(`pages/${kebab}\\.page\\.tsx?`, 'one page'),
  kind(`pages/${kebab}\\.layout\\.tsx`, 'a frame of pages'),
  kind(`pages/${kebab}(\\.page|\\.layout|\\.pages)?\\.test\\.tsx?`, 'tests of pages'),
  kind(`pages/${kebab}(\\.server)?\\.ts`, 'a step that several pages share'),
  kind(`components/${kebab}\\.tsx?`, 'a part of pages'),
  kind(`components/${kebab}\\.css`, 'its style'),
  kind(`components/${kebab}\\.test\\.tsx?`, 'its test'),
];

/** Names that say nothing about what is inside. */
const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'stuff']);
/** Empty as the thing itself; a centre's services and a list of them are words of the domain. */
const emptyNouns = new Set(['service', 'manager', 'handler', 'processor']);

const topFolders = new Set([
  '.ci',
  'app',
  'bench',
  'bin',
  'checks',
  'content',
  'docs',
  'e2e',
  'locales',
  'migrations',
  'ops',
  'scripts',
  'server',
]);

const codeFile = /\.(ts|tsx|css|sql|typ)$/;
const kebabFile = new RegExp(`^${kebab}(\\.[a-z]+)*\\.(ts|tsx|css|typ)$`);
const migrationFile = new RegExp(`^migrations/(main|keys|jobs)/\\d{4}-${kebab}\\.sql$`);
/** Names that a tool or a frame gives. */
const givenNames = new Set([
  'app/root.tsx',
  'app/entry.client.tsx',
  'app/entry.server.tsx',
  'server/server-build.d.ts',
]);

/** What is wrong with the name of a file, given from the root; undefined when it is fine. */
export function judgeFileName(file: string): string | undefined {
  const parts = file.split('/');
  const top = parts[0] ?? '';
  if (parts.length > 1 && !topFolders.has(top)) return `the folder ${top}/ is not in the plan`;
  if (!codeFile.test(file) || givenNames.has(file)) return judgeModuleFile(file);
  const name = parts.at(-1) ?? '';
  if (name.endsWith('.sql'))
    return migrationFile.test(file) ? undefined : 'a migration is called 0042-what-it-does.sql';
  if (!kebabFile.test(name) && !name.endsWith('.config.ts')) return 'not in kebab-case';
  const empty = findEmptyWord(name, parts.slice(0, -1));
  if (empty !== undefined) return `"${empty}" does not say what is inside`;
  return judgeModuleFile(file);
}

function findEmptyWord(name: string, folders: readonly string[]): string | undefined {
  const words = (name.split('.')[0] ?? '').split('-');
  const noun = words.at(-1) ?? '';
  return (
    [...words, ...folders].find((word) => emptyWords.has(word)) ?? (emptyNouns.has(noun) ? noun : undefined)
  );
}

function judgeModuleFile(file: string): string | undefined {
  const inModule = /^app\/modules\/[^/]+\/(.+)$/.exec(file)?.[1];
  if (inModule === undefined) return undefined;
  return moduleFiles.some(({ pattern }) => pattern.test(inModule))
    ? undefined
    : 'no kind of file of a module is called so';
}
