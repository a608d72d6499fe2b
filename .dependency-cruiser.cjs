/**
 * Imports run downwards only: roots → modules → platform → ui. Modules meet only at index.server.ts.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const testFile = '\\.(test|testing)\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing. Types may look back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ui-stands-alone',
      comment: 'The kit could ship in another product: it knows neither the platform nor a module.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^(app/(?!ui/)|server/|scripts/|bench/|checks/|e2e/)' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform serves every module and names none.',
      severity: 'error',
      from: { path: '^app/platform/', pathNot: [testFile, '^app/platform/testing/'] },
      to: { path: '^(app/modules/|app/[^/]+$|server/|scripts/|bench/|checks/|e2e/)' },
    },
    {
      name: 'modules-meet-at-the-door',
      comment:
        'Another module is reached through its index.server.ts; its permissions and the types of its tables may be ' +
        'named as well. Tests use other modules’ factories.',
      severity: 'error',
      from: { path: '^app/modules/([^/]+)/', pathNot: testFile },
      to: {
        path: '^app/modules/([^/]+)/',
        pathNot:
          '^app/modules/($1/|[^/]+/index\\.(server\\.ts|tsx)$|[^/]+/permissions\\.ts$|[^/]+/[^/]+\\.tables\\.server\\.ts$)',
      },
    },
    {
      name: 'modules-know-no-root',
      comment: 'What composes the modules stands above them.',
      severity: 'error',
      from: { path: '^app/modules/', pathNot: testFile },
      to: {
        path: '^(app/[^/]+$|server/|scripts/|bench/|checks/|e2e/)',
        // What other modules do at once when a consent ends, a colleague leaves, two files become one or a person is erased: lists of
        // functions, called inside the operation that is the event.
        pathNot: '^app/(consent-withdrawn|file-merged|hand-over|person-erased)\\.server\\.ts$',
      },
    },
    {
      name: 'app-roots-take-what-modules-offer',
      comment:
        'The composition roots read permissions, routes, jobs, API lists and doors, never a module’s inside.',
      severity: 'error',
      from: { path: '^(app/[^/]+$|server/)', pathNot: testFile },
      to: {
        path: '^app/modules/',
        pathNot:
          '^app/modules/[^/]+/(index\\.server|permissions|routes|jobs\\.server|api\\.server)\\.ts$|' +
          // The frame around every page shows problems where no module could.
          '^app/modules/workspace/components/problem-page\\.tsx$',
      },
    },
    {
      name: 'browser-code-leaves-the-server-alone',
      comment: 'Components and the kit run in the browser; only their types may come from server files.',
      severity: 'error',
      from: { path: '^app/(ui/|modules/[^/]+/components/|entry\\.client)', pathNot: testFile },
      to: { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What is made for tests is not part of the program.',
      severity: 'error',
      from: { path: '^(app|server|bin)/', pathNot: [testFile, '^app/platform/testing/'] },
      to: { path: '\\.(test|testing)\\.tsx?$|^app/platform/testing/|^(checks|e2e)/' },
    },
    {
      name: 'no-development-packages-in-the-program',
      severity: 'error',
      from: { path: '^(app|server|bin)/', pathNot: [testFile, '^app/platform/testing/'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      // `mdast` is a shape without a program: its types come from @types/mdast.
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\./\\+types/|mdast$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules/\\.|\\.react-router)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
