import type { PermissionTable } from '#platform/policy/policy.ts';

const editors = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
const readers = {
  ...editors,
  receptionist: ['centre'],
  hotline_operator: ['centre'],
  trainer: ['centre'],
  outreach_officer: ['centre'],
  data_officer: ['centre'],
  finance_officer: ['centre'],
  volunteer: ['centre'],
} as const;

/** Who writes may also check and publish; the four-eyes rule decides about the single page. */
export const guidePermissions = {
  'guide.add': editors,
  'guide.edit': editors,
  'guide.translate': editors,
  'guide.check-translation': editors,
  'guide.submit': editors,
  'guide.return': editors,
  'guide.approve': editors,
  'guide.publish': editors,
  'guide.review': editors,
  'guide.archive': { coordinator: ['centre'] },
  'guide.reopen': { coordinator: ['centre'] },
  'guide.bring-starter': { coordinator: ['centre'], job: ['centre'] },
  'guide.add-audio': editors,
  'guide.remove-audio': editors,
  'guide.audio': { ...readers, public: ['centre'] },
  'guide.list': readers,
  'guide.view': readers,
  'guide.view-version': readers,
  'content-task.close': editors,
  'content-task.list': editors,
  /** What everyone may read, and the number that moves with it. */
  'guide.published': { public: ['centre'] },
  'guide.revision': { public: ['centre'] },
} satisfies PermissionTable;
