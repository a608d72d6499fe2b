/** The arch of a caravanserai: the mark, used once per page. */
export function Logo({ title }: { title?: string }) {
  return (
    <svg
      className="logo"
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path d="M5 43V12.5A2.5 2.5 0 0 1 7.5 10H24 40.5A2.5 2.5 0 0 1 43 12.5V43" opacity=".55" />
      <path d="M13 43V28.5C13 22 18 18.8 24 15c6 3.8 11 7 11 13.5V43" />
      <path d="M19.5 43V31c0-3.2 2-5 4.5-7 2.5 2 4.5 3.8 4.5 7v12" opacity=".55" />
      <path d="M2.5 43h43" />
    </svg>
  );
}
