import { layout, type RouteConfig, route } from '@react-router/dev/routes';
import * as advice from './modules/advice/routes.ts';
import * as audit from './modules/audit/routes.ts';
import * as backups from './modules/backups/routes.ts';
import * as centres from './modules/centres/routes.ts';
import * as clients from './modules/clients/routes.ts';
import * as contacts from './modules/contacts/routes.ts';
import * as decisions from './modules/decisions/routes.ts';
import * as disclosureRequests from './modules/disclosure-requests/routes.ts';
import * as doctor from './modules/doctor/routes.ts';
import * as drafts from './modules/drafts/routes.ts';
import * as duplicates from './modules/duplicates/routes.ts';
import * as erasures from './modules/erasures/routes.ts';
import * as facts from './modules/facts/routes.ts';
import * as frontDesk from './modules/front-desk/routes.ts';
import * as guides from './modules/guides/routes.ts';
import * as integrations from './modules/integrations/routes.ts';
import * as lists from './modules/lists/routes.ts';
import * as imports from './modules/imports/routes.ts';
import * as network from './modules/network/routes.ts';
import * as oversight from './modules/oversight/routes.ts';
import * as households from './modules/households/routes.ts';
import * as privacyImpact from './modules/privacy-impact/routes.ts';
import * as publicSite from './modules/public-site/routes.ts';
import * as questions from './modules/questions/routes.ts';
import * as releases from './modules/releases/routes.ts';
import * as sealing from './modules/sealing/routes.ts';
import * as retention from './modules/retention/routes.ts';
import * as setup from './modules/setup/routes.ts';
import * as staff from './modules/staff/routes.ts';
import * as statistics from './modules/statistics/routes.ts';
import * as transfers from './modules/transfers/routes.ts';
import * as workspace from './modules/workspace/routes.ts';

/** The modules that offer pages. Order matters nowhere: React Router ranks by how exact a path is. */
const modules = [
  workspace,
  sealing,
  backups,
  setup,
  centres,
  staff,
  statistics,
  network,
  transfers,
  frontDesk,
  clients,
  contacts,
  decisions,
  disclosureRequests,
  doctor,
  drafts,
  duplicates,
  erasures,
  facts,
  guides,
  households,
  imports,
  integrations,
  lists,
  oversight,
  audit,
  advice,
  privacyImpact,
  publicSite,
  questions,
  releases,
  retention,
];

/** The site map: three frames, filled by the modules. */
export default [
  layout(
    'modules/workspace/pages/public.layout.tsx',
    modules.flatMap((module) => module.publicRoutes),
  ),
  layout(
    'modules/workspace/pages/door.layout.tsx',
    modules.flatMap((module) => module.doorRoutes),
  ),
  route('staff', 'modules/workspace/pages/workspace.layout.tsx', [
    layout(
      'modules/workspace/pages/content.layout.tsx',
      modules.flatMap((module) => module.staffRoutes),
    ),
  ]),
  // Pages as their readers see them, for staff alone.
  ...guides.bareRoutes,
] satisfies RouteConfig;
