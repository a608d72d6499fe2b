import { fieldProblem } from '#platform/problem.ts';
import { fullName, type PersonName } from './client.ts';
import { splitCategories } from './categories.ts';
import { bothWords, strictPhones } from './strict-phones.ts';
import {
  isListField,
  isSame,
  isWordField,
  mergeFields,
  type MergeField,
  valueOf,
  type WholeFile,
  withParts,
  withValueOf,
} from './whole-file.ts';

/** From which of two files a fact is taken: the one that is kept, the other, or both beside each other. */
export const choiceKinds = ['kept', 'other', 'both'] as const;
export type Choice = (typeof choiceKinds)[number];
export type Choices = Partial<Record<MergeField, Choice>>;

export interface ComparedField {
  field: MergeField;
  kept: unknown;
  other: unknown;
  same: boolean;
  /** What may be chosen; empty where both say the same. */
  choices: Choice[];
  suggested: Choice | undefined;
}

/** Two files field by field, without those in which neither says anything. */
export function compareFiles(kept: WholeFile, other: WholeFile): ComparedField[] {
  return mergeFields.flatMap((field): ComparedField[] => {
    const [one, two] = [valueOf(kept, field), valueOf(other, field)];
    if (one === undefined && two === undefined) return [];
    if (isSame(one, two))
      return [{ field, kept: one, other: two, same: true, choices: [], suggested: undefined }];
    const both = one !== undefined && two !== undefined && (isListField(field) || isWordField(field));
    const choices: Choice[] = ['kept', 'other', ...(both ? (['both'] as const) : [])];
    return [
      { field, kept: one, other: two, same: false, choices, suggested: suggest(field, one, two, both) },
    ];
  });
}

/** What is chosen beforehand: what says something over what says nothing, lists and warnings together, else the file kept. */
function suggest(field: MergeField, kept: unknown, other: unknown, both: boolean): Choice {
  if (isSilent(kept)) return 'other';
  if (isSilent(other)) return 'kept';
  return both && field !== 'currentPlace' && field !== 'address' ? 'both' : 'kept';
}

const isSilent = (value: unknown): boolean => value === undefined || value === 'unknown';

/**
 * The file that two files become by these choices. A phone is never safer than either file calls it, an e-mail neither.
 * @throws Problem `input.invalid` with `choose-one` at `choices.<field>` where the two differ and nothing fit was chosen
 */
export function joinedFile(kept: WholeFile, other: WholeFile, choices: Choices): WholeFile {
  let result = kept;
  for (const { field, same, choices: may } of compareFiles(kept, other)) {
    if (same) continue;
    const choice = choices[field];
    if (!choice || !may.includes(choice)) throw fieldProblem(`choices.${field}`, 'choose-one');
    if (choice === 'other') result = withValueOf(result, other, field);
    if (choice === 'both') result = united(result, other, field);
  }
  return safest(result, kept, other);
}

function united(file: WholeFile, other: WholeFile, field: MergeField): WholeFile {
  const [one, two] = [file.identity, other.identity];
  if (field === 'names') return withParts(file, {}, { names: allNames(one.names, two.names) });
  if (field === 'phones') return withParts(file, {}, { phones: [...one.phones, ...two.phones] });
  if (field === 'idDocuments')
    return withParts(
      file,
      {},
      { idDocuments: unique([...(one.idDocuments ?? []), ...(two.idDocuments ?? [])]) },
    );
  if (field === 'categories') {
    const all = unique([...(valueOf(file, field) as string[]), ...(valueOf(other, field) as string[])]);
    const { plain, sealed } = splitCategories(all as never[]);
    return withParts(
      file,
      { categories: plain },
      { delicateCategories: sealed.length > 0 ? sealed : undefined },
    );
  }
  if (field === 'nationalities' || field === 'destinations' || field === 'languages')
    return withParts(file, { [field]: unique([...file.facts[field], ...other.facts[field]]) }, {});
  if (field === 'contactWarning' || field === 'note' || field === 'address' || field === 'currentPlace')
    return withParts(file, {}, { [field]: bothWords(one[field], two[field]) });
  return file;
}

/** What the person of the kept file is called stays; every other spelling is remembered once. */
function allNames(kept: readonly PersonName[], other: readonly PersonName[]): PersonName[] {
  const aliases = other.map((name): PersonName => ({ ...name, kind: 'alias' }));
  return [...new Map([...aliases, ...kept].map((name) => [fullName(name), name])).values()].sort(
    (a, b) => Number(b.kind === 'main') - Number(a.kind === 'main'),
  );
}

function safest(result: WholeFile, kept: WholeFile, other: WholeFile): WholeFile {
  const said = [...kept.identity.phones, ...other.identity.phones];
  const { email } = result.identity;
  const unsafe = [kept, other].some(
    ({ identity }) =>
      identity.email?.address.toLowerCase() === email?.address.toLowerCase() &&
      identity.email?.safe === false,
  );
  return withParts(
    result,
    {},
    {
      phones: strictPhones(result.identity.phones, said),
      ...(email && { email: { ...email, safe: email.safe && !unsafe } }),
    },
  );
}

/**
 * The survivor when a merge is undone: as it was, except for what somebody changed since.
 * @returns the file, and the names of what was changed since and stays
 */
export function restoredFile(
  before: WholeFile,
  after: WholeFile,
  now: WholeFile,
): { file: WholeFile; changedSince: MergeField[] } {
  const changedSince = mergeFields.filter((field) => !isSame(valueOf(after, field), valueOf(now, field)));
  return { file: changedSince.reduce((file, field) => withValueOf(file, now, field), before), changedSince };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return items.filter((item, at) => items.findIndex((each) => isSame(each, item)) === at);
}
