/**
 * A chart drawn on the server. `svg` must be our own drawing, never anything a person typed.
 * The same numbers belong in a table beside it or in `summary`.
 */
export function Chart({ svg, summary }: { svg: string; summary: string }) {
  return (
    <figure className="chart">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own chart code */}
      <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption className="visually-hidden">{summary}</figcaption>
    </figure>
  );
}
