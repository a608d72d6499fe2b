import type { ReactElement } from 'react';

const strokes = {
  desk: 'M3 10h18M5 10v9M19 10v9M5 14h14M8 6.5a2 2 0 1 1 4 0V10',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.3a3.3 3.3 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.6 3.5 5.5',
  duplicates:
    'M8.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM15.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 20c.4-4 2.3-6 5.5-6 1.4 0 2.6.4 3.5 1.2.9-.8 2.1-1.2 3.5-1.2 3.2 0 5.1 2 5.5 6M12 15.2V20',
  contacts: 'M4 5h16v11H10l-4 4v-4H4ZM8 9h8M8 12.5h5',
  'follow-ups': 'M12 21a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 8v4.7l3 2',
  questions: 'M4 5h16v11H11l-4.5 4v-4H4ZM9.8 9a2.2 2.2 0 1 1 3 2.05c-.5.2-.8.55-.8 1.05M12 13.9v.1',
  guides: 'M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5ZM12 6.5v14',
  requests: 'M6 3h8l5 5v13H6ZM14 3v5h5M9.5 13.5a3 3 0 1 1 .9 2.1M9 12v2.2h2.2',
  statistics: 'M4 20V4M4 20h17M8 16v-4M12.5 16V8M17 16v-6',
  audit:
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  // A check on a shield: somebody looks whether all was right.
  oversight: 'M12 3l8 3v6c0 4.5-3 7.5-8 9.5-5-2-8-5-8-9.5V6ZM8.5 12l2.5 2.5 4.5-5',
  centre: 'M4 20V9l8-5 8 5v11M2.5 20h19M9.5 20v-5c0-2 1-3 2.5-4 1.5 1 2.5 2 2.5 4v5',
  network:
    'M12 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM19 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10.8 8.2l-4.6 7.6M13.2 8.2l4.6 7.6M7.5 18h9',
  doctor: 'M12 3l8 3v6c0 4.5-3 7.5-8 9.5-5-2-8-5-8-9.5V6ZM7 12h2.5l1.5-3 2 6 1.5-3H17',
  transfers: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20.5 20.5l-5-5',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6-4-9s1-6 4-9Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 21c.6-4.6 3.5-7 7.5-7s6.9 2.4 7.5 7',
  key: 'M8 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 13h9M17 13v4M20.5 13v3',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  leave: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M4.5 12.5l5 5L19.5 7',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5',
  print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7Z',
  phone:
    'M6 3.5h3.5l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5V18c0 1.5-1 2.5-2.5 2.5C10.5 20.5 3.5 13.5 3.5 6 3.5 4.5 4.5 3.5 6 3.5Z',
  pin: 'M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5v.1',
  attention: 'M12 3.5L22 20.5H2ZM12 10v5M12 17.8v.1',
  danger: 'M8 3h8l5 5v8l-5 5H8l-5-5V8ZM12 7.5v6M12 16.5v.1',
  success: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.5l3 3 5.5-6.5',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3.5V8M16 3.5V8',
  file: 'M6 3h8l5 5v13H6ZM14 3v5h5M9 13h6M9 17h6',
  shield: 'M12 3l8 3v6c0 4.5-3 7.5-8 9.5-5-2-8-5-8-9.5V6Z',
  family:
    'M7.5 10a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM16.5 10a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM12 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM2.5 20c0-4 2-6.5 5-6.5M21.5 20c0-4-2-6.5-5-6.5M8.5 21c.2-1.8 1.5-2.8 3.5-2.8s3.3 1 3.5 2.8',
} as const;

export type IconName = keyof typeof strokes;

const mirrored: ReadonlySet<IconName> = new Set(['back', 'next', 'leave']);

/** A line icon beside words; it never stands alone, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg
      className="icon"
      data-mirror={mirrored.has(name) || undefined}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
