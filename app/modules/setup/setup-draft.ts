import type { CentreProfile, NewCentre, NewSite, SwitchChoice } from '#modules/centres/index.server.ts';
import type { CoordinatorSecrets } from '#modules/staff/index.server.ts';

/** What the guided set-up has gathered so far. The passphrase is in it as its hash only. */
export interface SetupDraft {
  /** The language in which the set-up is read. */
  language?: string;
  profile?: CentreProfile;
  sites?: NewSite[];
  languages?: Pick<NewCentre, 'defaultLanguage' | 'languages' | 'clientLanguages' | 'services'>;
  switches?: SwitchChoice[];
  /** Seed of the second factor while the coordinator is setting it up. */
  seed?: string;
  coordinator?: CoordinatorSecrets;
  /** Who opens the house after a start. */
  opening?: { mode: 'automatic' | 'person' };
  /** The sheet was made since the coordinator was entered; its key is not kept here. */
  sheetMade?: boolean;
}

export const setupSteps = [
  'language',
  'centre',
  'sites',
  'languages',
  'use',
  'coordinator',
  'opening',
  'recovery',
] as const;
export type SetupStep = (typeof setupSteps)[number];

export const isSetupStep = (step: unknown): step is SetupStep => setupSteps.includes(step as SetupStep);

/** Has this step been answered? */
export function isStepDone(draft: SetupDraft, step: SetupStep): boolean {
  switch (step) {
    case 'language':
      return draft.language !== undefined;
    case 'centre':
      return draft.profile !== undefined;
    case 'sites':
      return (draft.sites?.length ?? 0) > 0;
    case 'languages':
      return draft.languages !== undefined;
    case 'use':
      return draft.switches !== undefined;
    case 'coordinator':
      return draft.coordinator !== undefined;
    case 'opening':
      return draft.opening !== undefined;
    case 'recovery':
      return false;
  }
}

/** The first step without an answer: nobody can be further than that. */
export const openStep = (draft: SetupDraft): SetupStep =>
  setupSteps.find((step) => !isStepDone(draft, step)) ?? 'recovery';

/** A step can be shown when all before it are answered. */
export const mayShowStep = (draft: SetupDraft, step: SetupStep): boolean =>
  setupSteps.indexOf(step) <= setupSteps.indexOf(openStep(draft));

export const stepBefore = (step: SetupStep): SetupStep | undefined =>
  setupSteps[setupSteps.indexOf(step) - 1];
export const stepAfter = (step: SetupStep): SetupStep | undefined => setupSteps[setupSteps.indexOf(step) + 1];
