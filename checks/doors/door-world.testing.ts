import type { WebApp } from '#server/app.server.ts';
import { testMp3 } from '#modules/guides/audio.testing.ts';
import { addAudio } from '#modules/guides/operations/add-audio.server.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import { type Actor, isStaff } from '#platform/actor.ts';
import type { Standing } from '../authorisation/expected-answers.ts';
import {
  makeArrival,
  makeClosedClient,
  makeContact,
  makeDecision,
  makeFollowUp,
} from '../authorisation/records.testing.ts';
import { makeDisclosure } from '../authorisation/disclosure-scenes.testing.ts';
import { makeExport } from '../authorisation/list-scenes.testing.ts';
import { makeProposal, makeRequest } from '../authorisation/own-data-scenes.testing.ts';
import { makeQuestion } from '../authorisation/question-scenes.testing.ts';
import { makeImport } from '../authorisation/import-scenes.testing.ts';
import { makeRelease } from '../authorisation/release-scenes.testing.ts';
import { makeFact, makePublished } from '../authorisation/hub-records.testing.ts';
import { makeBreakGlass } from '../authorisation/oversight-scenes.testing.ts';
import { makeTransferOut } from '../authorisation/network-scenes.testing.ts';
import { openWorld, type World } from '../authorisation/world.testing.ts';

export const origin = 'http://127.0.0.1:4380';

export interface DoorWorld extends World {
  app: WebApp;
  /** Asks the whole web side, as a browser at this computer would. */
  ask(path: string, actor: Actor, init?: RequestInit): Promise<Response>;
  /** An address with its parameters filled by records that stand so to the actor. */
  fill(path: string, actor: Actor, standing: Standing): Promise<string>;
}

export async function openDoors(): Promise<DoorWorld> {
  const world = await openWorld();
  const { createApp } = await loadBuiltServer();
  const app = createApp(world.house);
  await publishPage(world);
  // What is done to this colleague (a new second factor ends every session) disturbs nobody who works here.
  const { keeper, centre, house } = world;
  const colleague = (await addTestStaff(house, keeper, ['counsellor'], centre.siteIds[0])).actor.staffId;
  return {
    ...world,
    app,
    async ask(path, actor, init = {}) {
      const headers = new Headers({
        accept: 'text/html',
        origin,
        'sec-fetch-site': 'same-origin',
        ...headersOf(init),
      });
      if (isStaff(actor)) headers.set('cookie', `serai=${actor.sessionToken}`);
      return app.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init, headers }));
    },
    async fill(path, actor, standing) {
      let filled = path;
      for (const [param] of path.matchAll(/:[a-zA-Z]+/g)) {
        // Nobody translates a page into the language it was written in.
        const isTarget = param === ':language' && path.includes('/translate/');
        const isColleague = param === ':staffId' && standing !== 'other-centre';
        const value = isTarget ? 'ar' : isColleague ? colleague : undefined;
        filled = filled.replace(param, value ?? (await valueOf(world, param.slice(1), actor, standing)));
      }
      return filled;
    },
  };
}

const pageSlug = 'papers-for-the-journey';

/** A page of the hub with everything that an address of the public site may ask for. */
async function publishPage({ house, keeper, maker }: World) {
  const { pageId } = await publishTestGuide(house, maker, keeper, {
    slug: pageSlug,
    corridorFrom: 'PK',
    corridorTo: 'SA',
    body: '1. Read.\n2. Ask.\n\n:::checklist\n- Passport :at[visa]\n:::',
  });
  const file = new UploadedFile(testMp3());
  await execute(house, addAudio, maker, { pageId, language: 'en', file });
}

const headersOf = ({ headers }: RequestInit): Record<string, string> =>
  Object.fromEntries(new Headers(headers).entries());

async function valueOf(world: World, param: string, actor: Actor, standing: Standing): Promise<string> {
  const foreign = standing === 'other-centre';
  switch (param) {
    case 'otherClientId':
      return makeClosedClient(world, foreign ? standing : 'centre', actor);
    case 'clientId':
      return makeClosedClient(world, standing, actor);
    case 'contactId':
      return makeContact(world, standing, actor);
    case 'contactExportId':
      return makeExport(world, actor, standing, 'contacts');
    case 'peopleExportId':
      return makeExport(world, actor, standing, 'people');
    case 'list':
      return 'contacts';
    case 'corridor':
    case 'pair':
      return 'pk-sa';
    case 'door':
      return 'help';
    case 'section':
      return 'get_ready';
    case 'slug':
      return pageSlug;
    case 'centreId':
      return world.other.centreId;
    case 'transferId':
      return makeTransferOut(world, standing, actor, 'proposed');
    case 'breakGlassId':
      return makeBreakGlass(world, standing, actor);
    case 'requestId':
      return makeRequest(world, standing, actor);
    case 'disclosureRequestId':
      return makeDisclosure(world, standing, actor);
    case 'proposalId':
      return makeProposal(world, standing, actor);
    case 'decisionId':
      return makeDecision(world, standing, actor);
    case 'followUpId':
      return makeFollowUp(world, standing, actor);
    case 'questionId':
      return makeQuestion(world, standing);
    case 'arrivalId':
      return makeArrival(world, standing, actor, { called: false });
    case 'factId':
      return (await makeFact(world, standing)).factId;
    case 'pageId':
      return (await makePublished(world, standing)).pageId;
    case 'releaseId':
      return makeRelease(world, standing);
    case 'importId':
      return (await makeImport(world, standing, 'ready')).importId;
    case 'kind':
      return 'csv';
    case 'file':
      return 'en.csv';
    case 'version':
      return '1';
    case 'siteId':
      return (foreign ? world.other : world.centre).siteIds[0] ?? '';
    case 'staffId':
      return world.stranger.staffId;
    case 'seq':
      return '1';
    case 'language':
      return 'en';
    default:
      return 'x'.repeat(43);
  }
}
