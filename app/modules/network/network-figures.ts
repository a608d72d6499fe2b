/** What is told of a centre's month, each in a unit of its own. */
export const figureMeasures = ['contacts', 'people', 'first_time', 'heads', 'visits'] as const;
export type FigureMeasure = (typeof figureMeasures)[number];

export type CentreFigures = Record<FigureMeasure, number>;
/** `null` is hidden, never zero. */
export type ShownFigures = Record<FigureMeasure, number | null>;

export interface NetworkFigures {
  centres: { id: string; figures: ShownFigures }[];
  /** Of centres, not of people: somebody known to two counts twice. Hidden as soon as one of its parts is. */
  sum: ShownFigures;
  hidden: boolean;
}

/**
 * Hides small numbers. A sum is shown only where none of its parts is hidden: with one hidden it could be worked out,
 * and with two small ones often as well. First-time people are hidden with the people they are among.
 * @param threshold the smallest number that is shown, besides zero
 */
export function protectNetworkFigures(
  centres: readonly { id: string; figures: CentreFigures }[],
  threshold: number,
): NetworkFigures {
  const isSmall = (n: number) => n > 0 && n < threshold;
  const shown = centres.map(({ id, figures }) => ({
    id,
    figures: Object.fromEntries(
      figureMeasures.map((measure) => {
        const alone = isSmall(figures[measure]);
        // All but a few are new: the difference would tell the few.
        const beside = measure === 'first_time' && isSmall(figures.people - figures.first_time);
        return [measure, alone || beside ? null : figures[measure]];
      }),
    ) as ShownFigures,
  }));
  const sum = Object.fromEntries(
    figureMeasures.map((measure) => {
      const parts = shown.map(({ figures }) => figures[measure]);
      return [
        measure,
        parts.includes(null) ? null : parts.reduce<number>((all, part) => all + (part ?? 0), 0),
      ];
    }),
  ) as ShownFigures;
  const hidden = shown.some(({ figures }) => figureMeasures.some((measure) => figures[measure] === null));
  return { centres: shown, sum, hidden };
}
