/** A drawing made on the server. White stays white in the dark scheme: cameras need the contrast. */
export function SvgImage({ svg, label }: { svg: string; label: string }) {
  return (
    <div
      role="img"
      aria-label={label}
      className="w-52 max-w-full overflow-hidden rounded-lg border border-line bg-white [&>svg]:block [&>svg]:w-full"
      // Drawn by our own server from modules, never from text
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
