/**
 * What each document needs to be drawn. All strings are plain text: they are cleaned and
 * cut to length before they reach the page, and are never read as Typst source.
 * Dates are calendar days in the centre's own time zone, written `YYYY-MM-DD`; times `HH:MM`.
 * Labels that belong to a module (a role, a purpose of access) arrive already translated.
 */
export interface DocumentData {
  /** A4, for the operator at set-up. Holds the recovery key: print it, never store it. */
  'recovery-sheet': {
    centreName: string;
    date: string;
    /** Public id of this installation, so that a sheet can be matched to a backup. */
    houseId: string;
    /** Groups divided by `-` or spaces, or one run that is then cut into fours. The QR code holds it as given. */
    recoveryKey: string;
    /** Public half of the key that signs the ends of the audit chains, base64. */
    headsKey?: string;
  };
  /** No personal name, nothing that says what the centre does. Two pages of 85 × 54 mm, or one A4 sheet to fold. */
  'client-card': {
    cardNumber: string;
    /** A name the centre is willing to show to strangers; left out unless the centre sets one. */
    neutralName?: string | undefined;
    phone?: string | undefined;
    format?: 'card' | 'sheet';
  };
  /** 80 mm receipt, as long as its text. */
  'queue-ticket': {
    number: string;
    date: string;
    time: string;
    neutralName?: string | undefined;
  };
  /** A4. A decision that is left out prints two empty boxes to tick by hand. */
  'consent-form': {
    centreName: string;
    fileNumber: string;
    date: string;
    decisions?: Partial<Record<ConsentQuestion, ConsentDecision>>;
    form?: ConsentForm | undefined;
    /** Years after the last contact (centre's setting). */
    retentionYears: number;
  };
  /** A5 leaflet to take away. */
  'privacy-notice': {
    centreName: string;
    address?: string | undefined;
    phone?: string | undefined;
    hours?: string | undefined;
    /** Office a person can complain to outside the centre, by name and place. */
    dataAuthority?: string | undefined;
    counsellingYears: number;
    caseYears: number;
  };
  /** A4, handed to the client who asks who looked at the file. Newest first, as the caller orders it. */
  'access-list': {
    centreName: string;
    fileNumber: string;
    date: string;
    from?: string | undefined;
    rows: AccessListRow[];
  };
  /** A5, two columns: a page of the hub to take along. Written in more languages than the other documents. */
  'guide-leaflet': {
    title: string;
    summary: string;
    blocks: LeafletBlock[];
    /** Where the page stands today; printed, and as a QR code. */
    url: string;
    centreName?: string | undefined;
    phone?: string | undefined;
    address?: string | undefined;
    hours?: string | undefined;
    /** Above the text: a draft translation, an original that stands in. */
    notes: string[];
    /** Under the text: the day it was read through. */
    checked?: string | undefined;
    labels: Record<'short' | 'newest' | 'qrAlt' | 'askUs', string>;
  };
  /** A4: numbers that leave the house. Brings its words along, in the staff's languages. */
  'statistics-report': {
    title: string;
    centreName: string;
    /** Period, place, readers, day: each a label and a value. */
    facts: { label: string; value: string }[];
    tables: ReportTable[];
    notes: string[];
    labels: Record<'notes' | 'mark' | 'unit', string>;
    /** The beginning of the release's hash, by which a sheet of paper is matched to the log. */
    mark: string;
  };
  /** A4 on its side: empty rows to fill in by hand while the power is out. */
  'daily-sheet': {
    centreName: string;
    siteName?: string | undefined;
    date?: string | undefined;
    /** Rows on the one page, 5 to 18; 15 when left out. */
    rows?: number;
    /** When the site is open on this day, such as `09:00–13:00, 14:00–17:00`; empty on a day on which it is closed. */
    opening?: string | undefined;
    /** Where the record of who did what ended when this was printed, as on the audit page, and the key to check it. */
    head?: string | undefined;
    headsKey?: string | undefined;
  };
}

export type DocumentName = keyof DocumentData;

export interface ReportTable {
  title: string;
  /** What is counted, in a sentence. */
  definition: string;
  unit: string;
  /** Above the row names, then above each column of numbers. */
  head: string[];
  rows: { label: string; isTotal: boolean; cells: string[] }[];
}

/** What stands on a leaflet, ready to print: facts are words by now, and every label is in its language. */
export type LeafletBlock =
  | { kind: 'heading'; level: 2 | 3; runs: LeafletRun[] }
  | { kind: 'paragraph'; runs: LeafletRun[] }
  | { kind: 'list' | 'steps'; items: LeafletBlock[][] }
  | { kind: 'table'; head: LeafletRun[][]; rows: LeafletRun[][][] }
  | { kind: 'checklist'; items: { runs: LeafletRun[]; notes: string[] }[] }
  | { kind: 'warning'; word: string; children: LeafletBlock[] }
  | { kind: 'contact'; title: LeafletRun[]; children: LeafletBlock[] }
  | LeafletFact;

export interface LeafletFact {
  kind: 'fact';
  value?: string | undefined;
  /** A phone number or web address, read from left to right. */
  isAddress: boolean;
  statement: string;
  /** "Source", what it is called there, and its year. */
  source?: { label: string; title: string; date: string } | undefined;
  /** "Checked on …". */
  checked?: string | undefined;
  /** What to be careful about: not confirmed, overdue, sources differ. */
  marks: string[];
}

/**
 * A piece of a line. `fence` keeps it from turning the words round it: `own` for a value written in the reader's
 * language, `ltr` for a number to call, `auto` for what may be of any script.
 */
export interface LeafletRun {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  fence?: 'own' | 'ltr' | 'auto';
  /** A line ends after it. */
  break?: boolean;
}

/** The points a person decides on one by one; codes of the consent-purpose list. */
export const consentQuestions = [
  'service_and_record',
  'contact_by_phone',
  'contact_by_message',
  'share_for_referral',
  'research_follow_up',
] as const;
export type ConsentQuestion = (typeof consentQuestions)[number];
export type ConsentDecision = 'given' | 'refused';

export const consentForms = ['written_signature', 'thumbprint', 'verbal_witnessed', 'audio'] as const;
export type ConsentForm = (typeof consentForms)[number];

export interface AccessListRow {
  date: string;
  time?: string | undefined;
  /** Role, not a name. */
  role: string;
  what: string;
  purpose: string;
}
