import { expect, test } from 'vitest';
import { judgeLockfile, judgeManifest } from './packages.ts';

test('a package from elsewhere, without a checksum, or linked to a folder is named', () => {
  const faults = judgeLockfile({
    packages: {
      '': {},
      'node_modules/elsewhere': { resolved: 'https://mirror.example/elsewhere.tgz', integrity: 'sha512-x' },
      'node_modules/from-git': { resolved: 'git+ssh://git@forge.example/from-git.git#abc' },
      'node_modules/linked': { resolved: '../linked', link: true },
    },
  });
  expect(faults).toEqual([
    'node_modules/elsewhere comes from https://mirror.example/elsewhere.tgz',
    'node_modules/from-git comes from git+ssh://git@forge.example/from-git.git#abc',
    'node_modules/from-git has no checksum',
    'node_modules/linked is a link to a folder',
    'node_modules/linked comes from ../linked',
  ]);
});

test('a package for another system that the lockfile forgot is named, because npm ci refuses it', () => {
  const entry = {
    integrity: 'sha512-x',
    optionalDependencies: { 'lamp-linux-x64': '1.0.0', 'lamp-win32-x64': '1.0.0' },
  };
  const linux = { integrity: 'sha512-y', os: ['linux'], cpu: ['x64'] };
  const faults = judgeLockfile({
    packages: { 'node_modules/lamp': entry, 'node_modules/lamp-linux-x64': linux },
  });
  expect(faults).toEqual(['lamp-win32-x64, which node_modules/lamp may need, is not in the lockfile']);
});

test('a package for a system that Serai does not run on needs no checksum; one for Linux does', () => {
  const foreign = { os: ['win32'], cpu: ['x64'] };
  const ours = { os: ['linux'], cpu: ['x64'], libc: ['glibc'] };
  const faults = judgeLockfile({
    packages: { 'node_modules/lamp-win32-x64': foreign, 'node_modules/lamp-linux-x64': ours },
  });
  expect(faults).toEqual(['node_modules/lamp-linux-x64 has no checksum']);
});

test('a loose version and an install script are named', () => {
  expect(
    judgeManifest({ dependencies: { zod: '^4.6.7', fine: '1.0.0-beta.17' }, allowScripts: { zod: true } }),
  ).toEqual([
    'zod is asked for as "^4.6.7", not in one version',
    'zod may run a script when it is installed',
  ]);
});

test('one version from the registry passes', () => {
  const entry = { resolved: 'https://registry.npmjs.org/zod/-/zod-4.6.7.tgz', integrity: 'sha512-x' };
  expect(
    judgeLockfile({
      packages: { '': {}, 'node_modules/zod': entry, 'node_modules/pg': { integrity: 'sha512-y' } },
    }),
  ).toEqual([]);
  expect(judgeManifest({ dependencies: { zod: '4.6.7' }, allowScripts: { lamp: false } })).toEqual([]);
});
