/** A row of arches, cut out of the band above the page: the courtyard of a caravanserai. */
export function Arcade() {
  return (
    <svg className="arcade" aria-hidden="true" preserveAspectRatio="xMidYMax slice" viewBox="0 0 1200 60">
      <defs>
        <pattern id="arch" width="60" height="60" patternUnits="userSpaceOnUse">
          <path fill="currentColor" d="M8 60V34C8 20 18 14 30 6c12 8 22 14 22 28v26Z" />
        </pattern>
      </defs>
      <rect width="1200" height="60" fill="url(#arch)" />
    </svg>
  );
}
