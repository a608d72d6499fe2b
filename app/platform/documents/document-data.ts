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
  /** A4 on its side: empty rows to fill in by hand while the power is out. */
  'daily-sheet': {
    centreName: string;
    siteName?: string | undefined;
    date?: string | undefined;
    /** Rows on the one page, 5 to 18; 15 when left out. */
    rows?: number;
  };
}

export type DocumentName = keyof DocumentData;

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
