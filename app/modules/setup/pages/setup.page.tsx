import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { fillHours, weekStartOf } from '#modules/centres/index.tsx';
import { SetupStepForm } from '../components/setup-step-form.tsx';
import { StepTrail } from '../components/step-trail.tsx';
import { saveSetupStep } from '../operations/save-setup-step.server.ts';
import { requireSetup } from '../require-setup.server.ts';
import { isSetupStep, isStepDone, mayShowStep, openStep, setupSteps, stepAfter } from '../setup-draft.ts';
import { prepareStep } from '../setup-step.server.ts';
import { submitSetupStep } from '../submit-setup-step.server.ts';

const oneYear = 365 * 24 * 3600;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { code, draft } = await requireSetup(web, params['code']);
  const { step } = params;
  if (!isSetupStep(step) || !mayShowStep(draft, step)) throw redirect(`/setup/${code}/${openStep(draft)}`);
  const asked = new URL(request.url).searchParams.get('site');
  const at = asked !== null && /^\d{1,2}$/.test(asked) ? Number(asked) : undefined;
  return {
    code,
    step,
    done: setupSteps.filter((each) => isStepDone(draft, each)),
    prepared: prepareStep(web, draft, at),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { code, draft } = await requireSetup(web, params['code']);
  const { step } = params;
  if (!isSetupStep(step)) throw redirect(`/setup/${code}/${openStep(draft)}`);
  const form = await request.clone().formData();
  if (form.get('fill') === 'hours') {
    const { values } = readFormData(form);
    return { filledAt: crypto.randomUUID(), values: fillHours(values, weekStartOf(draft.profile?.country)) };
  }
  const removed = form.get('remove');
  if (typeof removed === 'string') {
    await execute(web.house, saveSetupStep, setupActor, {
      setupCode: code,
      step: 'remove-site',
      at: removed,
    });
    throw redirect(`/setup/${code}/sites`);
  }
  const submitted = await submitSetupStep(web, request, code, step);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const language = form.get('language');
  if (step === 'language' && typeof language === 'string')
    web.cookies.set('serai-language', language, oneYear);
  if (step === 'recovery') throw redirect('/staff/sign-in?from=set-up');
  if (form.get('then') === 'another')
    throw redirect(`/setup/${code}/sites?site=${(draft.sites?.length ?? 0) + 1}`);
  throw redirect(`/setup/${code}/${stepAfter(step)}`);
}

/** The guided set-up: one step a page, back and forth, and nothing lost in between. */
export default function SetupPage() {
  const t = useText('setup');
  const { code, step, done } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <main className="door-card" data-wide>
      <title>{t(`step.${step}.title`)}</title>
      <StepTrail code={code} step={step} done={done} />
      <h1>{t(`step.${step}.title`)}</h1>
      <p className="mb-6 max-w-2xl text-ink-soft">{t(`step.${step}.note`)}</p>
      <SetupStepForm key={step} submitted={submitted} />
    </main>
  );
}
