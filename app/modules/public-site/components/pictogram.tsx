import { drawings, type PictogramName } from '../pictograms.ts';

/** A drawing beside the words that say the same; it never stands alone. */
export function Pictogram({ name }: { name: PictogramName }) {
  const [shape, line] = drawings[name];
  return (
    <svg className="pictogram" viewBox="0 0 32 32" aria-hidden="true">
      <path d={shape} />
      <path d={line} />
    </svg>
  );
}
