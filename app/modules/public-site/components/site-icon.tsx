const paths = {
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm4.8-1.7L20 20',
  call: 'M5 4h4l1.6 4.4-2.3 1.8a12 12 0 0 0 5.5 5.5l1.8-2.3L20 15v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1Z',
  place:
    'M12 21c4.6-5 7-8.6 7-11.6a7 7 0 0 0-14 0C5 12.4 7.4 16 12 21Zm0-9a2.6 2.6 0 1 1 0-5.2 2.6 2.6 0 0 1 0 5.2Z',
  ask: 'M4 5h16v11h-9l-4.5 4V16H4Zm5.8 4a2.2 2.2 0 1 1 2.9 2.1c-.5.2-.7.5-.7 1m0 1.4v.1',
  check: 'm5 12.5 4.5 4.5L19 7',
  forward: 'm9 5 7 7-7 7',
} as const;

/** A small line drawing beside words; never instead of them. */
export function SiteIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
