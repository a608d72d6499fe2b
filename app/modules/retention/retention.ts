import type { SettingName } from '#modules/centres/index.server.ts';

/** What starts the clock of a class. */
export type RetentionClock =
  | 'last-contact'
  | 'conversation'
  | 'settled'
  | 'last-word'
  | 'typed'
  | 'sent'
  | 'untouched'
  | 'finished'
  | 'merged'
  | 'arrived'
  | 'signed-in'
  | 'never';

export interface RetentionClass {
  code: string;
  clock: RetentionClock;
  /** The centre's setting that says how long, or a length that is the same everywhere; neither: as long as the house. */
  setting?: SettingName;
  days?: number;
  ending: 'erase-person' | 'forget-text' | 'delete' | 'keep';
  /**
   * Who lets it go: a person, row by row; by itself where this setting says so; by itself always, because it was never
   * meant to stay; nobody.
   */
  by: 'person' | { setting: SettingName } | 'itself' | 'nobody';
}

/**
 * Everything that is kept, by class (W1: five years for cases, two for counselling, at once for people without a name).
 * A restricted file counts as a case: what closes a file is what a court may ask for later.
 */
export const retentionClasses: readonly RetentionClass[] = [
  {
    code: 'client-file',
    clock: 'last-contact',
    setting: 'retention.counselling-years',
    ending: 'erase-person',
    by: { setting: 'retention.files-automatic' },
  },
  {
    code: 'case-file',
    clock: 'last-contact',
    setting: 'retention.case-years',
    ending: 'erase-person',
    by: 'person',
  },
  {
    code: 'anonymous-note',
    clock: 'conversation',
    setting: 'retention.anonymous-days',
    ending: 'forget-text',
    by: { setting: 'retention.notes-automatic' },
  },
  {
    code: 'message',
    clock: 'settled',
    setting: 'retention.message-days',
    ending: 'delete',
    by: { setting: 'retention.messages-automatic' },
  },
  {
    code: 'question',
    clock: 'last-word',
    setting: 'retention.question-days',
    ending: 'delete',
    by: 'itself',
  },
  { code: 'draft', clock: 'typed', days: 14, ending: 'delete', by: 'itself' },
  { code: 'first-answer', clock: 'sent', days: 56, ending: 'delete', by: 'itself' },
  { code: 'desk-note', clock: 'arrived', days: 14, ending: 'forget-text', by: 'itself' },
  {
    code: 'import-waiting',
    clock: 'untouched',
    setting: 'import.idle-hours',
    ending: 'delete',
    by: 'itself',
  },
  { code: 'import-done', clock: 'finished', setting: 'import.undo-days', ending: 'delete', by: 'itself' },
  { code: 'merge-undo', clock: 'merged', setting: 'duplicates.undo-days', ending: 'delete', by: 'itself' },
  { code: 'session', clock: 'signed-in', days: 90, ending: 'delete', by: 'itself' },
  { code: 'staff-account', clock: 'never', ending: 'keep', by: 'nobody' },
  { code: 'audit', clock: 'never', ending: 'keep', by: 'nobody' },
  { code: 'own-request', clock: 'never', ending: 'keep', by: 'nobody' },
];

export const clockDays = 3;
const backwards = 5 * 60_000;

/**
 * Is the house's clock to be trusted with erasing? It must not stand before anything that was written, and not days after
 * the last thing that was written or the last night that went well. A wrong clock makes everybody old at once.
 */
export function judgeClock(
  now: Date,
  { newestRow, lastTrusted }: { newestRow: Date | undefined; lastTrusted: Date | undefined },
): 'fine' | 'backwards' | 'jumped' {
  for (const known of [newestRow, lastTrusted]) {
    if (!known) continue;
    if (now.getTime() < known.getTime() - backwards) return 'backwards';
    if (now.getTime() > known.getTime() + clockDays * 86_400_000) return 'jumped';
  }
  return 'fine';
}

/** How much may go by itself in one night: never more than this share, rounded down. */
export const mostByItself = (records: number, percent: number): number =>
  Math.floor((records * Math.min(5, Math.max(0, percent))) / 100);
