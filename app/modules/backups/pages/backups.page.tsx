import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { CentreTabs, mayUseCentre } from '#modules/centres/index.tsx';
import { formatMoment, formatTime } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { HistoryTables } from '../components/history-tables.tsx';
import { PlaceTable } from '../components/place-table.tsx';
import { PlanForm } from '../components/plan-form.tsx';
import { ProofNotice } from '../components/proof-notice.tsx';
import { copyNow } from '../operations/copy-now.server.ts';
import { proveNow } from '../operations/prove-now.server.ts';
import { removePlace } from '../operations/remove-place.server.ts';
import { setPlan } from '../operations/set-plan.server.ts';
import { showProof, whyIn } from '../proof-shown.server.ts';
import { viewBackups } from '../queries/view-backups.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(viewBackups, {});
  const t = web.t('backups');
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  const moment = (at: Date) => formatMoment(at, reader, 'short');
  const language = interfaceLanguage(web.language);
  const count = (of: number | null) => (of === null ? null : formatNumber(of, language));
  const megabytes = (bytes: number) =>
    formatNumber(bytes / 1_000_000, language, { maximumFractionDigits: 1 });
  return {
    may: mayUseCentre(web.house.policy, actor),
    mayKeep: web.house.policy.mayEver(actor, 'backup.plan'),
    isExternal: seen.isExternal,
    proof: showProof(seen, t, moment),
    lastCopy: seen.lastCopy && moment(seen.lastCopy),
    copyAsked: seen.copyAsked,
    proofAsked: seen.proofAsked,
    plan: seen.plan,
    hours: Array.from({ length: 24 }, (_, hour) => ({
      value: String(hour),
      // The plan keeps UTC; people read their own clock.
      label: formatTime(new Date(Date.UTC(2026, 0, 15, hour)), reader),
    })),
    keys: { copy: formKey(), prove: formKey(), plan: formKey() },
    places: seen.places.map((place) => ({
      id: place.id,
      part: place.part,
      kind: place.kind,
      place: place.place,
      arrived: place.arrived_at && moment(place.arrived_at),
      why: place.problem && whyIn(t, place.problem),
      key: formKey(),
    })),
    runs: seen.runs.map((run) => ({
      id: run.id,
      at: moment(run.ended_at),
      size: run.bytes === null ? null : megabytes(run.bytes),
      missed: run.missed,
      why: run.problem && whyIn(t, run.problem),
    })),
    drills: seen.drills.map((drill) => ({
      id: drill.id,
      at: moment(drill.ended_at),
      until: drill.until_at && moment(drill.until_at),
      rows: count(drill.rows),
      events: count(drill.events),
      step: drill.step && t(`step.${drill.step}`),
      why: drill.problem && whyIn(t, drill.problem),
    })),
  };
}

const acts = { copy: copyNow, prove: proveNow, plan: setPlan, remove: removePlace } as const;

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const intent = (await request.clone().formData()).get('intent');
  const act =
    typeof intent === 'string' && Object.hasOwn(acts, intent) ? acts[intent as keyof typeof acts] : acts.copy;
  const submitted = await submitForm(web, request, act as unknown as typeof setPlan);
  if (submitted.ok) throw redirect('/staff/centre/backups?saved');
  return data(submitted, submitted.problem.status);
}

/** Whether the house would come back, and from where. */
export default function BackupsPage() {
  const t = useText('backups');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title={t('title')} note={t('note')} />
      <CentreTabs may={page.may} />
      {submitted && !submitted.ok && (
        <Notice tone="danger" title={submitted.problem.title} live>
          <p>{submitted.problem.next}</p>
        </Notice>
      )}
      {page.isExternal ? (
        <Notice tone="attention" title={t('external.title')}>
          <p>{t('external.next')}</p>
        </Notice>
      ) : (
        <div className="grid gap-8">
          <section className="grid gap-4" aria-label={t('proof.label')}>
            <ProofNotice {...page.proof} />
            <p>{page.lastCopy === null ? t('copy.never') : t('copy.last', { at: page.lastCopy })}</p>
            {(page.copyAsked || page.proofAsked) && (
              <Notice tone="info">
                <p>{t(page.copyAsked ? 'copy.asked' : 'proof.asked')}</p>
              </Notice>
            )}
            {page.mayKeep && (
              <div className="toolbar">
                <PageForm formKey={page.keys.copy} submitted={submitted}>
                  <input type="hidden" name="intent" value="copy" />
                  <SubmitButton>{t('copy.now')}</SubmitButton>
                </PageForm>
                <PageForm formKey={page.keys.prove} submitted={submitted}>
                  <input type="hidden" name="intent" value="prove" />
                  <SubmitButton tone="secondary">{t('proof.now')}</SubmitButton>
                </PageForm>
              </div>
            )}
          </section>
          <section className="grid gap-4" aria-labelledby="places">
            <div className="toolbar">
              <h2 id="places">{t('place.title')}</h2>
              {page.mayKeep && (
                <LinkButton to="/staff/centre/backups/place" tone="primary" icon="add">
                  {t('place.new')}
                </LinkButton>
              )}
            </div>
            <PlaceTable places={page.places} mayKeep={page.mayKeep} submitted={submitted} />
          </section>
          {page.mayKeep && (
            <PlanForm plan={page.plan} hours={page.hours} formKey={page.keys.plan} submitted={submitted} />
          )}
          <HistoryTables runs={page.runs} drills={page.drills} />
        </div>
      )}
    </div>
  );
}
