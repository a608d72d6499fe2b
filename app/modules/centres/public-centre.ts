/** What anyone may know of a centre: all that its public home shows. No record of any person is in here. */
export interface PublicCentre {
  /** In the language asked for, or as the centre wrote it. */
  name: string;
  /** Codes of `interfaceLanguages` in which the centre offers its pages. */
  pageLanguages: string[];
  /** BCP 47 tags of the languages that counsellors speak. */
  spokenLanguages: string[];
  /** Codes of the list `service`. */
  services: string[];
  sites: PublicSite[];
  /** The day on which someone last confirmed this, `YYYY-MM-DD`. */
  checkedOn?: string;
}

export interface PublicSite {
  name: string;
  /** Lines as they stand on an envelope. */
  address: string;
  /** How to find it: bus, floor, landmark. */
  directions?: string;
  phones: { number: string; label?: string }[];
  email?: string;
  /** Open days in the order of the centre's week; a day that is missing is closed. */
  hours: OpeningHours[];
}

export interface OpeningHours {
  /** 1 Monday … 6 Saturday; Sunday is 0 or 7. */
  day: number;
  /** `HH:MM`, the centre's own time. */
  from: string;
  to: string;
}

/** Days that follow each other with the same hours, as people say them: "Sunday to Thursday". */
export interface HoursSpan {
  first: number;
  last: number;
  times: { from: string; to: string }[];
}

/** Joins following days with the same hours; two openings on one day stay together. */
export function hourSpans(hours: readonly OpeningHours[]): HoursSpan[] {
  const days = [...Map.groupBy(hours, (each) => each.day)].map(([day, times]) => ({
    first: day,
    last: day,
    times,
  }));
  const spans: HoursSpan[] = [];
  for (const day of days) {
    const before = spans.at(-1);
    if (before && (before.last + 1) % 7 === day.first % 7 && sameTimes(before.times, day.times))
      before.last = day.last;
    else spans.push({ ...day, times: day.times.map(({ from, to }) => ({ from, to })) });
  }
  return spans;
}

function sameTimes(a: HoursSpan['times'], b: HoursSpan['times']): boolean {
  return a.length === b.length && a.every((time, at) => time.from === b[at]?.from && time.to === b[at]?.to);
}
