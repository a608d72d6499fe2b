import type { House } from '#platform/house.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { findSwitchFault } from '#modules/centres/index.server.ts';
import { acceptCode, hashPassphrase, newSeed, refuseOwnWords } from '#modules/staff/index.server.ts';
import { lockSetup } from '../lock-setup.server.ts';
import type { SetupDraft } from '../setup-draft.ts';
import { keepSetupDraft } from '../setup-draft.server.ts';
import { setupStepInput, type SetupStepInput } from '../setup.schemas.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Keeps one answered step of the guided set-up, sealed. Nothing of the centre exists before `setup.finish`.
 * @throws not-found for a wrong or old code; field problems of the step
 */
export const saveSetupStep = operationsOn<SetupTables>()({
  name: 'setup.save-step',
  input: setupStepInput,
  subject: 'house',
  login: 'auth',
  load: (context, { setupCode }) => lockSetup(context, setupCode),
  async run({ house, tx, now }, input, draft) {
    const changed = { ...draft, ...(await answer(house, input, draft, now)) };
    await keepSetupDraft(house, tx, changed, now);
    return { result: { step: input.step }, audit: { subjectId: house.id, fields: [input.step] } };
  },
});

async function answer(
  house: House,
  input: SetupStepInput,
  draft: SetupDraft,
  now: Date,
): Promise<Partial<SetupDraft>> {
  switch (input.step) {
    case 'language':
      return { language: input.language };
    case 'centre': {
      const { setupCode: _, step: __, ...profile } = input;
      return { profile };
    }
    case 'sites': {
      const { setupCode: _, step: __, at, ...site } = input;
      const sites = [...(draft.sites ?? [])];
      const place = at === undefined || at > sites.length ? sites.length : at;
      if (place >= 50) throw fieldProblem('name', 'too-many', { max: 50 });
      sites[place] = site;
      return { sites };
    }
    case 'remove-site':
      return { sites: (draft.sites ?? []).filter((_, place) => place !== input.at) };
    case 'languages': {
      const { setupCode: _, step: __, ...languages } = input;
      if (!languages.languages.includes(languages.defaultLanguage))
        throw fieldProblem('defaultLanguage', 'default-not-offered');
      return { languages };
    }
    case 'use': {
      const faults = input.lists.flatMap((choice, at) => {
        const code = findSwitchFault(choice);
        return code ? [{ path: `lists.${at}`, code }] : [];
      });
      if (faults.length > 0) throw new Problem('input.invalid', 422, { fields: faults });
      return { switches: input.lists, seed: draft.seed ?? newSeed() };
    }
    case 'coordinator':
      return proveCoordinator(house, input, draft, now);
    case 'opening':
      return { opening: { mode: input.mode } };
  }
}

async function proveCoordinator(
  house: House,
  input: Extract<SetupStepInput, { step: 'coordinator' }>,
  draft: SetupDraft,
  now: Date,
): Promise<Partial<SetupDraft>> {
  const { seed } = draft;
  const step = seed && acceptCode(seed, input.code, now, null);
  if (!seed || step === undefined || step === '') throw fieldProblem('code', 'wrong-code');
  refuseOwnWords(input.passphrase, { ...input, centre: draft.profile?.name });
  const passphraseHash = await hashPassphrase(input.passphrase);
  const language = draft.language ?? house.translators.languages[0] ?? 'en';
  return {
    coordinator: { name: input.name, email: input.email, language, passphraseHash, seed, step },
    sheetMade: false,
  };
}
