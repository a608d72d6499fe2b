import { sql } from 'kysely';
import { type CentreTables, centreSwitches } from '#modules/centres/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { parseInput } from '#platform/operations/parse-input.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { rewriteFile } from './client-revision.server.ts';
import { personSchema } from './client.schemas.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { consentsInForce } from './client-door.server.ts';
import { isAgreed, statusOn } from './consent.ts';
import { inOrder, stricterConsents } from './stricter-consent.ts';
import { stopConsent } from './stop-consent.server.ts';
import { editableFile } from './editable-file.ts';
import type { FileMoving, MergeReactions, MovedRow } from './file-merged.ts';
import { type Choices, joinedFile } from './joined-file.ts';
import { loadWholeFile } from './load-whole-file.server.ts';
import { keepStricterConsents, lastConsentOf } from './merged-consents.server.ts';
import { closeTogether, type JoinedReaders } from './merged-readers.server.ts';
import { checkRequired } from './required-fields.ts';
import { requireStaffActor } from './require-staff-actor.ts';
import { countableReach } from './safe-contact.ts';
import { valueOf, type WholeFile } from './whole-file.ts';

interface Days {
  lastContactOn: string | null;
  retentionUntil: string | null;
}

/** What must be known to take a merge back. Names people: sealed by whoever keeps it. */
export interface JoinedFiles {
  before: WholeFile & Days;
  after: WholeFile & Days;
  readers: JoinedReaders;
  /** The place of the last decision on consent before the merge. */
  lastConsent: number;
}

/**
 * Makes two files one: the survivor with the facts that were chosen, the other a stub, and everything that hung on it
 * with the survivor. Both rows are locked by the caller.
 * @throws Problem `input.invalid` with `choose-one`, or what the joined file would break, at `choices.<field>`;
 * `duplicates.file-erased`, `duplicates.ask-supervisor`
 */
export async function joinFiles(
  context: OperationContext<ClientTables>,
  {
    mergeId,
    survivor,
    merged,
    choices,
  }: { mergeId: string; survivor: ClientRow; merged: ClientRow; choices: Choices },
  reactions: MergeReactions,
): Promise<{ joined: JoinedFiles; rows: MovedRow[]; fields: string[] }> {
  const { house, tx, now, today } = context;
  const { staffId } = requireStaffActor(context.actor);
  const kept = await loadWholeFile(house, tx, survivor);
  const other = await loadWholeFile(house, tx, merged);
  const result = joinedFile(kept, other, choices);

  const restricted = survivor.restricted || merged.restricted;
  const readers = await closeTogether(context, survivor, merged);
  const asked = [await consentsInForce(tx, survivor.id), await consentsInForce(tx, merged.id)];
  const moving: FileMoving = { mergeId, survivorId: survivor.id, mergedId: merged.id, restricted };
  const rows: MovedRow[] = [];
  for (const each of reactions.fileMerged) rows.push(...(await each.move(context, moving)));
  const lastConsent = await lastConsentOf(tx, survivor.id);
  await keepStricterConsents(context, moving, rows);

  const inForce = await consentsInForce(tx, survivor.id);
  await checkResult(context, result, { kept, other, agreed: isAgreed(inForce, 'service_and_record', today) });
  const days: Days = {
    lastContactOn: latest(survivor.last_contact_on, merged.last_contact_on),
    retentionUntil: latest(survivor.retention_until, merged.retention_until),
  };
  const { changed } = await rewriteFile({
    house,
    tx,
    client: { ...survivor, restricted },
    facts: { ...result.facts, ...countableReach(result.identity) },
    rewrite: () => result.identity,
    staffId,
    now,
  });
  await tx
    .updateTable('client')
    .set({
      assigned_to: result.assignedTo,
      last_contact_on: days.lastContactOn,
      retention_until: days.retentionUntil,
    })
    .where('id', '=', survivor.id)
    .execute();

  const ended = inForce.filter(
    ({ purpose }) =>
      asked.some((all) => statusOn(all, purpose, today) === 'given') && !isAgreed(inForce, purpose, today),
  );
  await stopConsent(
    context,
    survivor.id,
    ended.map(({ purpose }) => purpose),
    reactions.consentWithdrawn,
  );
  return {
    joined: {
      before: { ...kept, lastContactOn: survivor.last_contact_on, retentionUntil: survivor.retention_until },
      after: { ...result, ...days },
      readers,
      lastConsent,
    },
    rows,
    fields: changed,
  };
}

/**
 * Would these choices make a file that may stand? Writes nothing. @throws Problem as `joinFiles`
 */
export async function checkChoices(
  context: OperationContext<ClientTables>,
  { survivor, merged }: { survivor: ClientRow; merged: ClientRow },
  choices: Choices,
): Promise<void> {
  const { house, tx, today } = context;
  const kept = await loadWholeFile(house, tx, survivor);
  const other = await loadWholeFile(house, tx, merged);
  const [one, two] = [await consentsInForce(tx, survivor.id), await consentsInForce(tx, merged.id)];
  const agreed = isAgreed(stricterConsents(inOrder(one), inOrder(two), today), 'service_and_record', today);
  await checkResult(context, joinedFile(kept, other, choices), { kept, other, agreed });
}

/** The joined file must be one that could have been typed: no more of anything than a file holds, nothing lost that is required. */
async function checkResult(
  context: OperationContext<ClientTables>,
  result: WholeFile,
  { kept, other, agreed }: { kept: WholeFile; other: WholeFile; agreed: boolean },
): Promise<void> {
  const row = { ...result.facts } as unknown as ClientRow;
  const { birth: _, phones, ...file } = editableFile(row, result.identity);
  const input = Object.fromEntries(Object.entries(file).filter(([, value]) => value !== null));
  try {
    parseInput(personSchema, input);
    if (phones.length > 6)
      throw new Problem('input.invalid', 422, { fields: [{ path: 'phones', code: 'too-many' }] });
    const switches = await centreSwitches(context.on<CentreTables>(), context.actor.centre?.id ?? '');
    // What neither file ever said cannot be asked here.
    const missing = (path: string) =>
      [kept, other].some((each) => valueOf(each, fieldAt(path)) !== undefined);
    onlyWhere(missing, () => checkRequired(switches, input));
  } catch (error) {
    if (!isProblem(error) || error.code !== 'input.invalid') throw error;
    throw new Problem('input.invalid', 422, {
      fields: error.fields.map((field) => ({ ...field, path: `choices.${fieldAt(field.path)}` })),
    });
  }
  if (result.identity.legalStatus && !agreed) {
    throw new Problem('input.invalid', 422, {
      fields: [{ path: 'choices.legalStatus', code: 'no-status-without-consent' }],
    });
  }
}

const fieldAt = (path: string) => {
  const [head = ''] = path.split('.');
  return (head.startsWith('origin') ? 'origin' : head) as Parameters<typeof valueOf>[1];
};

function onlyWhere(counts: (path: string) => boolean, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!isProblem(error)) throw error;
    const fields = error.fields.filter(({ path }) => counts(path));
    if (fields.length > 0) throw new Problem(error.code, error.status, { fields });
  }
}

const latest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Both rows, locked in the order of their ids, so that two merges of one pair never wait for each other. */
export async function lockFiles(
  { tx }: OperationContext<ClientTables>,
  ids: readonly string[],
): Promise<ClientRow[]> {
  return tx
    .selectFrom('client')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
