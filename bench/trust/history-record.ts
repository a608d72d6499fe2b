/** Moments are of one clock, in any unit; `began` before it was sent, `ended` when the answer was there. */
interface Timed {
  began: number;
  ended: number;
}

/** A change to a file that was acknowledged: it was told the version before, and made the one after. */
export interface Edit extends Timed {
  kind: 'edit';
  file: string;
  seen: number;
  made: number;
  value: string;
}

export interface Look extends Timed {
  kind: 'look';
  file: string;
  version: number;
  value: string;
}

/** A yes or a no to one purpose that was acknowledged. */
export interface Decision extends Timed {
  kind: 'decision';
  file: string;
  given: boolean;
}

export interface Asked extends Timed {
  kind: 'asked';
  file: string;
  given: boolean;
}

/** Two files that became one: the versions of both as they were looked at. */
export interface Merge extends Timed {
  kind: 'merge';
  file: string;
  away: string;
  awaySeen: number;
}

export type HistoryEvent = Edit | Look | Decision | Asked | Merge;

/** What a file was before anything here happened to it. */
export interface FirstState {
  version: number;
  value: string;
  given: boolean;
}

/**
 * Looks for what cannot have happened one after the other: two edits on the same version, a look that shows less than was
 * acknowledged before it or something that nobody wrote, versions that go back, a consent that comes back by itself, an
 * edit that was taken by a file after its merge had been decided on what was there before.
 */
export function findAnomalies(
  events: readonly HistoryEvent[],
  first: ReadonlyMap<string, FirstState>,
): string[] {
  const anomalies: string[] = [];
  const byFile = Map.groupBy(events, ({ file }) => file);
  const away = new Map(events.filter((each) => each.kind === 'merge').map((merge) => [merge.away, merge]));
  for (const [file, start] of first) {
    const all = byFile.get(file) ?? [];
    const edits = all.filter((each) => each.kind === 'edit');
    anomalies.push(
      ...versionAnomalies(file, edits),
      ...lookAnomalies(
        file,
        start,
        edits,
        all.filter((each) => each.kind === 'look'),
      ),
      ...consentAnomalies(
        file,
        start,
        all.filter((each) => each.kind === 'decision'),
        all.filter((each) => each.kind === 'asked'),
      ),
      ...mergeAnomalies(file, edits, away.get(file)),
    );
  }
  return anomalies;
}

function versionAnomalies(file: string, edits: readonly Edit[]): string[] {
  const anomalies: string[] = [];
  const bySeen = new Map<number, Edit>();
  for (const edit of edits) {
    const other = bySeen.get(edit.seen);
    if (other) anomalies.push(`${file}: two edits of version ${edit.seen}: ${other.value} and ${edit.value}`);
    bySeen.set(edit.seen, edit);
    if (edit.made !== edit.seen + 1)
      anomalies.push(`${file}: an edit of version ${edit.seen} made version ${edit.made}`);
  }
  const inOrder = edits.toSorted((a, b) => a.made - b.made);
  let latestStart = Number.NEGATIVE_INFINITY;
  for (const edit of inOrder) {
    // A later version was answered before an earlier one was even asked for.
    if (edit.ended < latestStart) anomalies.push(`${file}: version ${edit.made} stands behind a later one`);
    latestStart = Math.max(latestStart, edit.began);
  }
  return anomalies;
}

function lookAnomalies(
  file: string,
  start: FirstState,
  edits: readonly Edit[],
  looks: readonly Look[],
): string[] {
  const anomalies: string[] = [];
  const made = new Map(edits.map((edit) => [edit.made, edit]));
  const ended = edits.toSorted((a, b) => a.ended - b.ended);
  const looksInOrder = looks.toSorted((a, b) => a.began - b.began);
  const looksByEnd = looks.toSorted((a, b) => a.ended - b.ended);
  let acknowledged = start.version;
  let shown = start.version;
  let nextEdit = 0;
  let nextLook = 0;
  for (const look of looksInOrder) {
    for (; (ended[nextEdit]?.ended ?? Number.POSITIVE_INFINITY) < look.began; nextEdit += 1)
      acknowledged = Math.max(acknowledged, ended[nextEdit]?.made ?? 0);
    for (; (looksByEnd[nextLook]?.ended ?? Number.POSITIVE_INFINITY) < look.began; nextLook += 1)
      shown = Math.max(shown, looksByEnd[nextLook]?.version ?? 0);
    if (look.version < acknowledged)
      anomalies.push(
        `${file}: version ${acknowledged} was acknowledged, then version ${look.version} was shown`,
      );
    else if (look.version < shown)
      anomalies.push(`${file}: version ${shown} was shown, then version ${look.version}`);
    const writer = made.get(look.version);
    const value = look.version === start.version ? start.value : writer?.value;
    if (value !== look.value)
      anomalies.push(
        `${file}: version ${look.version} showed ${look.value}, but ${value ?? 'nobody'} wrote it`,
      );
    if (writer && writer.began > look.ended)
      anomalies.push(`${file}: version ${look.version} was shown before anybody asked for it`);
  }
  return anomalies;
}

/** What is shown must be the last decision, or one that was under way at the time. */
function consentAnomalies(
  file: string,
  start: FirstState,
  decisions: readonly Decision[],
  asked: readonly Asked[],
): string[] {
  const before: Decision = {
    kind: 'decision',
    file,
    given: start.given,
    began: Number.NEGATIVE_INFINITY,
    ended: Number.NEGATIVE_INFINITY,
  };
  const all = [before, ...decisions];
  return asked.flatMap((look) => {
    const settled = all.filter(({ ended }) => ended < look.began);
    const lastBegan = Math.max(...settled.map(({ began }) => began));
    const possible = all.some(
      (each) => each.given === look.given && each.began < look.ended && each.ended >= lastBegan,
    );
    return possible
      ? []
      : [`${file}: consent was shown as ${look.given ? 'given' : 'taken back'} when it cannot have been`];
  });
}

/** A merge decides on the file as it was looked at: no edit of that version may have been taken besides. */
function mergeAnomalies(file: string, edits: readonly Edit[], merge: Merge | undefined): string[] {
  if (!merge) return [];
  return edits
    .filter(({ made, began }) => made > merge.awaySeen || began > merge.ended)
    .map(
      ({ value, made }) =>
        `${file}: ${value} made version ${made} of a file that was merged as version ${merge.awaySeen}`,
    );
}
