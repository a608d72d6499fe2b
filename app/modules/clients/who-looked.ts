/** What a look at a file was, in words that a client understands: keys under `consent:access.what`. */
export type LookKind =
  | 'read'
  | 'listed'
  | 'refused'
  | 'registered'
  | 'changed'
  | 'consent'
  | 'contact'
  | 'follow-up'
  | 'card'
  | 'access'
  | 'arrival'
  | 'emergency'
  | 'review';

const listing = new Set(['search', 'list', 'duplicate-check']);

export function lookKind(
  action: string,
  result: 'done' | 'viewed' | 'refused',
  purpose: string | null,
): LookKind {
  if (result === 'refused') return 'refused';
  const [subject = '', verb = ''] = action.split('.');
  if (subject === 'break-glass') return verb === 'open' ? 'emergency' : 'review';
  if (result === 'viewed') {
    if (action === 'client.who-looked') return 'access';
    return listing.has(purpose ?? '') ||
      (verb === 'list' && subject !== 'consent') ||
      verb === 'find' ||
      verb === 'overview'
      ? 'listed'
      : 'read';
  }
  if (action === 'client.register') return 'registered';
  if (verb.includes('card')) return 'card';
  if (subject === 'consent' || subject === 'contact' || subject === 'follow-up' || subject === 'arrival')
    return subject;
  return 'changed';
}

const reasons = [
  'service',
  'not-linked',
  'search',
  'list',
  'duplicate-check',
  'edit',
  'consent',
  'card',
  'access',
  'access-request',
  'break-glass',
] as const;

/** The reason under `consent:access.why`; work on the matter itself where none was named. */
export const lookReason = (purpose: string | null): (typeof reasons)[number] =>
  reasons.find((known) => known === purpose) ?? 'service';
