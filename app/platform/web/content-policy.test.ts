import { expect, it } from 'vitest';
import { barePolicy, contentPolicy } from './content-policy.server.ts';

const publicPolicy = contentPolicy({ half: 'public', scripts: false }, 'n');
const staffPolicy = contentPolicy({ half: 'staff', scripts: true }, 'n');

it('lets nobody frame anything, and no page load from elsewhere', () => {
  for (const policy of [barePolicy, publicPolicy, staffPolicy]) {
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
  }
});

it('lets public pages run nothing and frame nothing; their own style and recordings are theirs', () => {
  expect(publicPolicy).not.toMatch(/script-src|frame-src|connect-src/);
  expect(publicPolicy).toMatch(/style-src 'sha256-[\w+/=]+'; img-src data:; media-src 'self'$/);
});

it('lets the workspace frame our own pages only', () => {
  expect(staffPolicy).toContain("frame-src 'self'");
});
