/**
 * What the body of a page may consist of. The parser makes nothing else, whatever was typed, and everything that
 * draws a page (screen, leaflet, search, API) walks these and nothing else.
 */
export type Block =
  | { kind: 'heading'; level: 2 | 3; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; items: Block[][] }
  /** Numbered, in order: what to do first, then next. */
  | { kind: 'steps'; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  /** A whole fact with its value, source and day of the last check. */
  | { kind: 'fact'; code: string }
  | { kind: 'checklist'; items: ChecklistItem[] }
  | { kind: 'warning'; children: Block[] }
  /** An authority or helper: its name, and beneath it how to reach it. */
  | { kind: 'contact'; title: Inline[]; children: Block[] }
  /** Our own centre: phone, address and hours as they stand today. */
  | { kind: 'centre' };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'emphasis'; children: Inline[] }
  /** `page:<slug>` for a page of the hub, else `https:`, `tel:` or `mailto:`; nothing else comes through. */
  | { kind: 'link'; href: string; children: Inline[] }
  /** Only the value of a fact, inside a sentence: "costs **Rs 500**". */
  | { kind: 'value'; code: string }
  | { kind: 'break' };

export interface ChecklistItem {
  children: Inline[];
  /** Where it is needed: a step of the procedure, one of `checklistSteps`. */
  step?: string;
  /** Who needs it: every pair must hold; none means everybody. Keys and values of `checklistConditions`. */
  conditions: { key: string; value: string }[];
}
