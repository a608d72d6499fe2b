import type { Actor } from '#platform/actor.ts';
import type { Policy } from '#platform/policy/policy.ts';
import type { IconName } from '#ui/icon.tsx';

export interface NavigationItem {
  /** Key of its word under `workspace:nav` and of its icon. */
  id: IconName &
    (
      | 'desk'
      | 'people'
      | 'duplicates'
      | 'contacts'
      | 'follow-ups'
      | 'questions'
      | 'guides'
      | 'statistics'
      | 'requests'
      | 'oversight'
      | 'audit'
      | 'centre'
      | 'network'
      | 'doctor'
      | 'transfers'
    );
  to: string;
  /** Shown where the actor may do one of these. */
  anyOf: readonly string[];
  /** Left out where the actor may do one of these. */
  noneOf?: readonly string[];
  /** Only where this house has several centres. */
  amongCentres?: true;
}

/** The day's work by job, in the order of a counsellor's day. */
export const navigation: readonly NavigationItem[] = [
  // First, because whoever has it has nothing of the rest but what everybody reads.
  { id: 'network', to: '/staff/network', anyOf: ['network.list-centres'] },
  { id: 'desk', to: '/staff', anyOf: ['arrival.list'] },
  { id: 'people', to: '/staff/people', anyOf: ['client.find', 'client.list'] },
  { id: 'duplicates', to: '/staff/duplicates', anyOf: ['duplicate.list'] },
  { id: 'contacts', to: '/staff/contacts', anyOf: ['contact.list'] },
  { id: 'follow-ups', to: '/staff/follow-ups', anyOf: ['follow-up.list'] },
  { id: 'questions', to: '/staff/questions', anyOf: ['question.list'] },
  { id: 'guides', to: '/staff/guides', anyOf: ['guide.list'] },
  { id: 'statistics', to: '/staff/statistics', anyOf: ['statistics.view'] },
  // Who works with numbers alone begins with what was released.
  {
    id: 'statistics',
    to: '/staff/statistics/releases',
    anyOf: ['release.list'],
    noneOf: ['statistics.view'],
  },
  { id: 'requests', to: '/staff/requests', anyOf: ['request.list'] },
  // Whoever only writes requests of others down begins with the form.
  {
    id: 'requests',
    to: '/staff/disclosure-requests/new',
    anyOf: ['disclosure-request.record'],
    noneOf: ['request.list'],
  },
  { id: 'transfers', to: '/staff/transfers', anyOf: ['transfer.list'], amongCentres: true },
  // Coordinators find it among the centre's pages.
  { id: 'doctor', to: '/staff/doctor', anyOf: ['doctor.view'], noneOf: ['centre.edit'] },
  { id: 'oversight', to: '/staff/oversight', anyOf: ['oversight.list'] },
  { id: 'audit', to: '/staff/audit', anyOf: ['audit.list'] },
  { id: 'centre', to: '/staff/centre', anyOf: ['centre.edit', 'staff.list'] },
];

/** What of the workspace this actor may use; hiding is a courtesy, the operations decide. */
export function navigationFor(policy: Policy, actor: Actor, { several = false } = {}): NavigationItem[] {
  const may = (action: string) => policy.mayEver(actor, action);
  return navigation.filter(
    (item) => (several || !item.amongCentres) && item.anyOf.some(may) && !item.noneOf?.some(may),
  );
}
