import type { ConsentDecision, FileChange } from './timeline.ts';

interface StoryContact {
  id: string;
  startedAt: string;
}

export type StoryEntry<Contact> =
  | { kind: 'contact'; id: string; at: string; contact: Contact }
  | { kind: 'consent'; id: string; at: string; by: string; decisions: ConsentDecision[] }
  | { kind: 'change'; id: string; at: string; by: string; fields: string[] }
  | { kind: 'registered'; id: string; at: string; by: string };

/** Columns that follow from what was typed; a change of them is not told apart. */
const derived = new Set([
  'birth_year',
  'birth_precision',
  'age_band',
  'minor',
  'contact_phone_ok',
  'contact_message_ok',
  'contact_email_ok',
]);

/** A column or a sealed field under the name by which the forms call it. */
export const formFieldName = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Contacts, decisions and changes as one story, newest first. Decisions of one talk are one entry. */
export function personStory<Contact extends StoryContact>(
  contacts: readonly Contact[],
  decisions: readonly ConsentDecision[],
  changes: readonly FileChange[],
  registered: { at: string; by: string },
): StoryEntry<Contact>[] {
  const talks = Map.groupBy(decisions, (decision) => `${decision.recordedAt}/${decision.recordedBy}`);
  const entries: StoryEntry<Contact>[] = [
    ...contacts.map((contact) => ({
      kind: 'contact' as const,
      id: contact.id,
      at: contact.startedAt,
      contact,
    })),
    ...[...talks.values()].map((talk) => ({
      kind: 'consent' as const,
      id: talk[0]?.id ?? '',
      at: talk[0]?.recordedAt ?? '',
      by: talk[0]?.recordedBy ?? '',
      decisions: [...talk].reverse(),
    })),
    ...changes.map((change, index) => ({
      kind: 'change' as const,
      id: `change-${index}`,
      at: change.at,
      by: change.by,
      fields: [...new Set(change.fields.filter((field) => !derived.has(field)).map(formFieldName))],
    })),
    { kind: 'registered' as const, id: 'registered', at: registered.at, by: registered.by },
  ];
  const rank = { contact: 0, change: 1, consent: 2, registered: 3 };
  return entries.sort((a, b) => (a.at === b.at ? rank[a.kind] - rank[b.kind] : a.at < b.at ? 1 : -1));
}
