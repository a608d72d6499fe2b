/** Two strokes of the pen each: a tinted shape behind, a line in front. A picture only ever stands beside its words. */
const drawings = {
  suitcase: ['M4 11h24v15H4z', 'M4 11h24v15H4zM12 11V6h8v5M4 18h24M16 16.5v3'],
  passport: [
    'M7 4h18v24H7z',
    'M7 4h18v24H7zM16 18.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM11.5 14h9M12 23.5h8',
  ],
  contract: [
    'M7 4h13l5 5v19H7z',
    'M20 4H7v24h18V9zM20 4v5h5M11 14h10M11 18h10M11 24c2-3 3 1.5 5-.5s2 .5 4 0',
  ],
  coins: [
    'M4 12a7 4 0 0 1 14 0v10a7 4 0 0 1-14 0z',
    'M18 12c0 2.2-3.1 4-7 4s-7-1.8-7-4 3.1-4 7-4 7 1.8 7 4Zm0 0v10c0 2.2-3.1 4-7 4s-7-1.8-7-4V12M4 17c0 2.2 3.1 4 7 4s7-1.8 7-4M21 26c4 0 7-1.8 7-4V10c0-2.2-3.1-4-7-4',
  ],
  wage: ['M3 9h26v14H3z', 'M3 9h26v14H3zM16 19.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM7 13v6M25 13v6'],
  agency: ['M5 12h22v16H5z', 'M5 28V12h22v16M3 28h26M11 12V5h10v7M13 28v-7h6v7M10 16.5h3M19 16.5h3'],
  shield: [
    'M16 3l11 4v8c0 7-4.5 11.5-11 14C9.5 26.5 5 22 5 15V7z',
    'M16 3l11 4v8c0 7-4.5 11.5-11 14C9.5 26.5 5 22 5 15V7zM11 15.5l3.7 3.7L21.5 12',
  ],
  warning: ['M16 4l13 23H3z', 'M16 4l13 23H3zM16 13v6.5M16 23v.2'],
  heart: [
    'M16 27C7 21 4 16.5 4 12a6 6 0 0 1 12-1.5A6 6 0 0 1 28 12c0 4.5-3 9-12 15z',
    'M16 27C7 21 4 16.5 4 12a6 6 0 0 1 12-1.5A6 6 0 0 1 28 12c0 4.5-3 9-12 15z',
  ],
  phone: ['M10 3h12v26H10z', 'M10 3h12v26H10zM14.5 25.5h3M10 7.5h12M10 22h12'],
  home: ['M6 14.5 16 6l10 8.5V28H6z', 'M3 17 16 6l13 11M6 14.5V28h20V14.5M13 28v-8h6v8'],
  plane: ['M4 18l24-10-6 18-5-7z', 'M3 17.5 28 6l-7 21-5.5-8zM15.5 19 28 6'],
  family: [
    'M5 28v-8a5 5 0 0 1 10 0v8zM17 28v-8a5 5 0 0 1 10 0v8z',
    'M10 13a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM22 13a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM4.5 28v-7a5.5 5.5 0 0 1 8-5M27.5 28v-7a5.5 5.5 0 0 0-8-5M16 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM12 28v-1a4 4 0 0 1 8 0v1',
  ],
  child: [
    'M10 29v-8a6 6 0 0 1 12 0v8z',
    'M16 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM9.5 29v-7a6.5 6.5 0 0 1 13 0v7M16 23v6',
  ],
  scales: [
    'M3 19h10a5 5 0 0 1-10 0zM19 19h10a5 5 0 0 1-10 0z',
    'M16 4v24M10 28h12M6 9h20M8 9 3 19h10zM24 9l-5 10h10zM3 19a5 5 0 0 0 10 0M19 19a5 5 0 0 0 10 0',
  ],
  hospital: ['M5 8h22v20H5z', 'M5 28V8h22v20M3 28h26M16 12v8M12 16h8M13 28v-4h6v4'],
  house: ['M5 12h14v16H5z', 'M5 28V12l7-7 7 7v16M19 15h8v13M3 28h26M9 16h6M9 21h6M23 19.5v.2M23 24v.2'],
  book: [
    'M4 7c5-2 9-1 12 1v19c-3-2-7-3-12-1zM28 7c-5-2-9-1-12 1v19c3-2 7-3 12-1z',
    'M16 8c-3-2-7-3-12-1v19c5-2 9-1 12 1 3-2 7-3 12-1V7c-5-2-9-1-12 1Zm0 0v19',
  ],
  lock: ['M6 14h20v14H6z', 'M6 14h20v14H6zM10.5 14v-4a5.5 5.5 0 0 1 11 0v4M16 19.5v3.5'],
  people: [
    'M4 28v-3a6 6 0 0 1 12 0v3zM16 28v-3a6 6 0 0 1 12 0v3z',
    'M10 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM22 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM3.5 28v-2.5a6.5 6.5 0 0 1 12.5-2.4 6.5 6.5 0 0 1 12.5 2.4V28',
  ],
  road: ['M12 4h8l8 24H4z', 'M12 4 4 28M20 4l8 24M16 5v4M16 13.5v4.5M16 22.5V28'],
  help: [
    'M16 28a12 12 0 1 0 0-24 12 12 0 0 0 0 24z',
    'M16 28a12 12 0 1 0 0-24 12 12 0 0 0 0 24Zm0-7a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM7.5 7.5l5 5M24.5 7.5l-5 5M7.5 24.5l5-5M24.5 24.5l-5-5',
  ],
  hand: [
    'M9 17V9a2 2 0 0 1 4 0V7a2 2 0 0 1 4 0v2a2 2 0 0 1 4 0v3a2 2 0 0 1 4 0v8a9 9 0 0 1-9 9c-4 0-6-2-8-6z',
    'M9 18V9a2 2 0 0 1 4 0v6V7a2 2 0 0 1 4 0v8V9a2 2 0 0 1 4 0v7v-4a2 2 0 0 1 4 0v8a9 9 0 0 1-9 9c-4 0-6-2-8-6l-3-5c-1-2 1.5-3.5 3-2l2 2',
  ],
  calendar: ['M4 8h24v20H4z', 'M4 8h24v20H4zM4 14h24M10 4.5v6M22 4.5v6M10 19h3M19 19h3M10 23.5h3'],
} as const;

export type PictogramName = keyof typeof drawings;

/** Undefined for a name that no drawing bears. */
export const isPictogram = (name: unknown): name is PictogramName =>
  typeof name === 'string' && Object.hasOwn(drawings, name);

/** A drawing beside the words that say the same. */
export function Pictogram({ name }: { name: PictogramName }) {
  const [shape, line] = drawings[name];
  return (
    <svg className="pictogram" viewBox="0 0 32 32" aria-hidden="true">
      <path d={shape} />
      <path d={line} />
    </svg>
  );
}
