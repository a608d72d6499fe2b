import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { confirmMerge } from './operations/confirm-merge.server.ts';
import { proposeMerge } from './operations/propose-merge.server.ts';
import { compareFiles } from './queries/compare-files.query.server.ts';
import type { MergeInput } from './merge.schemas.ts';

/** The two files as somebody looked at them, with what is suggested wherever they differ. */
export async function lookAtPair(
  house: House,
  actor: StaffActor,
  survivorId: string,
  mergedId: string,
  choices: MergeInput['choices'] = {},
): Promise<MergeInput> {
  const seen = await read(house, compareFiles, actor, { clientId: survivorId, otherClientId: mergedId });
  const suggested = seen.fields.flatMap(({ field, suggested: choice }) =>
    choice ? [[field, choice] as const] : [],
  );
  return {
    survivorId,
    mergedId,
    survivorVersion: seen.kept.version,
    mergedVersion: seen.other.version,
    choices: { ...Object.fromEntries(suggested), ...choices },
  };
}

/** One proposes, the other confirms. */
export async function mergeTestFiles(
  house: House,
  [proposer, confirmer]: readonly [StaffActor, StaffActor],
  survivorId: string,
  mergedId: string,
  choices: MergeInput['choices'] = {},
): Promise<string> {
  const pair = await lookAtPair(house, proposer, survivorId, mergedId, choices);
  const { mergeId } = await execute(house, proposeMerge, proposer, pair);
  const { survivorVersion, mergedVersion } = pair;
  await execute(house, confirmMerge, confirmer, { mergeId, survivorVersion, mergedVersion });
  return mergeId;
}
