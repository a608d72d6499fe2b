import { OperationNodeTransformer, type KyselyPlugin, type QueryId, type SelectQueryNode } from 'kysely';
import { permissions } from '#app/permissions.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { editClient } from '#modules/clients/queries/edit-client.query.server.ts';
import { listConsents } from '#modules/clients/queries/list-consents.query.server.ts';
import { lookAtPair } from '#modules/duplicates/duplicates.testing.ts';
import { confirmMerge } from '#modules/duplicates/operations/confirm-merge.server.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { isStaff, type StaffActor } from '#platform/actor.ts';
import { readConfig } from '#platform/config.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { createLog } from '#platform/log.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { isProblem } from '#platform/problem.ts';
import { bulkPerson } from '../bulk-people.server.ts';

/** What one of the clients asks; `key` is the same when it asks again. */
export type HistoryAsk =
  | { do: 'register'; number: number; siteId: string }
  | { do: 'edit'; file: string; number: number; seen: number; value: string }
  | { do: 'look'; file: string }
  | { do: 'decide'; file: string; given: boolean }
  | { do: 'asked'; file: string }
  | { do: 'propose'; file: string; away: string }
  | { do: 'confirm'; mergeId: string; survivorVersion: number; mergedVersion: number };

export interface HistoryCall {
  id: number;
  token: string;
  key: string;
  ask: HistoryAsk;
}

export type HistoryAnswer =
  | { id: number; said: Record<string, unknown> }
  | { id: number; refused: { code: string; status: number } };

interface Started {
  dataDir: string;
  fault?: string;
}

const purpose = 'contact_by_phone';
const { dataDir, fault } = JSON.parse(process.argv[2] ?? '{}') as Started;
const config = readConfig({}, { dataDir, keyFile: `${dataDir}-keys/root.key`, log: 'silent' });
const house = await openHouse(config, { policy: composePolicy(permissions), log: createLog('silent') });
if (fault === 'merge-without-lock') house.databases.app = house.databases.app.withPlugin(withoutLocks());
await peopleIndex(house).ready;
const actors = new Map<string, Promise<StaffActor>>();

process.on('message', (call: HistoryCall) => void serve(call));
process.on('disconnect', () => process.exit(0));
process.once('SIGTERM', () => void house.close().finally(() => process.exit(0)));
process.send?.({ ready: true });

async function serve({ id, token, key, ask }: HistoryCall): Promise<void> {
  try {
    const actor = await actorOf(token);
    answer({ id, said: await carryOut(ask, actor, key) });
  } catch (error) {
    const refused = isProblem(error) ? error : { code: 'unexpected', status: 500 };
    answer({ id, refused: { code: refused.code, status: refused.status } });
  }
}

function answer(said: HistoryAnswer): void {
  process.send?.(said);
}

function actorOf(token: string): Promise<StaffActor> {
  let actor = actors.get(token);
  if (!actor) {
    actor = resolveActor(house, token).then((found) => {
      if (!isStaff(found)) throw new Error('the session did not hold');
      return found;
    });
    actors.set(token, actor);
    actor.catch(() => actors.delete(token));
  }
  return actor;
}

async function carryOut(ask: HistoryAsk, actor: StaffActor, key: string): Promise<Record<string, unknown>> {
  const options = { idempotencyKey: key };
  switch (ask.do) {
    case 'register': {
      const { person, safe, consent } = bulkPerson(ask.number);
      const input = { ...person, ...safe, consent, siteId: ask.siteId, registerAnyway: true };
      return execute(house, registerClient, actor, input, options);
    }
    case 'edit': {
      const { person } = bulkPerson(ask.number);
      // Broken on purpose: whatever was seen, the file as it is now is what gets edited.
      const version = fault === 'no-version-check' ? await versionNow(ask.file, actor) : ask.seen;
      return execute(
        house,
        updateClient,
        actor,
        { ...person, currentPlace: ask.value, clientId: ask.file, version },
        options,
      );
    }
    case 'look': {
      const { version, file } = await read(house, editClient, actor, { clientId: ask.file });
      return { version, value: file.currentPlace };
    }
    case 'decide':
      return ask.given
        ? execute(
            house,
            recordConsent,
            actor,
            { ...bulkPerson(1).consent, clientId: ask.file, decisions: { [purpose]: 'given' } },
            options,
          )
        : execute(house, withdrawConsent, actor, { clientId: ask.file, purposes: [purpose] }, options);
    case 'asked': {
      const { inForce } = await read(house, listConsents, actor, { clientId: ask.file });
      return { given: inForce.some((each) => each.purpose === purpose && each.status === 'given') };
    }
    case 'propose': {
      const pair = await lookAtPair(house, actor, ask.file, ask.away);
      const { mergeId } = await execute(house, proposeMerge, actor, pair, options);
      return { mergeId, survivorVersion: pair.survivorVersion, mergedVersion: pair.mergedVersion };
    }
    case 'confirm': {
      const { mergeId, survivorVersion, mergedVersion } = ask;
      return execute(house, confirmMerge, actor, { mergeId, survivorVersion, mergedVersion }, options);
    }
  }
}

async function versionNow(clientId: string, actor: StaffActor): Promise<number> {
  return (await read(house, editClient, actor, { clientId })).version;
}

/** Broken on purpose: nothing that is read is locked. */
function withoutLocks(): KyselyPlugin {
  const transformer = new (class extends OperationNodeTransformer {
    protected override transformSelectQuery(node: SelectQueryNode, id?: QueryId): SelectQueryNode {
      const { endModifiers, ...rest } = super.transformSelectQuery(node, id);
      const kept = endModifiers?.filter(({ modifier }) => !modifier?.startsWith('For'));
      return { ...rest, ...(kept?.length && { endModifiers: kept }) };
    }
  })();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}
