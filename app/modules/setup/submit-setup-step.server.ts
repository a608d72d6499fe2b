import { setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { offerOfForm, profileOfForm, siteOfForm, switchesOfForm } from '#modules/centres/index.tsx';
import { samePassphrase } from '#modules/staff/index.tsx';
import { submitForm, type Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { finishSetup } from './operations/finish-setup.server.ts';
import { saveSetupStep } from './operations/save-setup-step.server.ts';
import type { SetupStep } from './setup-draft.ts';

type Typed = Record<string, unknown>;

const shapes: Record<Exclude<SetupStep, 'recovery'>, (typed: Typed) => Typed> = {
  language: (typed) => typed,
  centre: profileOfForm,
  sites: siteOfForm,
  languages: offerOfForm,
  use: (typed) => ({ lists: switchesOfForm(typed) }),
  coordinator: samePassphrase,
  opening: ({ mode }) => ({ mode }),
};

/** Sends a step's form as whoever holds the code. The keys of forms are not used: nobody is signed in to own them. */
export function submitSetupStep(
  web: Web,
  request: Request,
  code: string,
  step: SetupStep,
): Promise<Submitted<unknown>> {
  const atSetup: Web = {
    ...web,
    actor: setupActor,
    execute: (operation, input) => execute(web.house, operation, setupActor, input),
  };
  if (step === 'recovery')
    return submitForm(atSetup, request, finishSetup, ({ input }) => ({ ...input, setupCode: code }));
  return submitForm(atSetup, request, saveSetupStep, ({ input }) => ({
    ...shapes[step](input),
    setupCode: code,
    step,
  }));
}
