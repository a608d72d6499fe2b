import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { settingOf } from '#modules/centres/index.server.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { ChosenFacts } from '../components/chosen-facts.tsx';
import { FactChoice } from '../components/fact-choice.tsx';
import { FactLines } from '../components/fact-lines.tsx';
import { MergeSides } from '../components/merge-sides.tsx';
import { ProposalForms } from '../components/proposal-forms.tsx';
import '../components/duplicates.css';
import { comparedFacts } from '../compared-facts.server.ts';
import { confirmMerge } from '../operations/confirm-merge.server.ts';
import { declineMerge } from '../operations/decline-merge.server.ts';
import { mergeFiles } from '../operations/merge-files.server.ts';
import { proposeMerge } from '../operations/propose-merge.server.ts';
import { tellApart } from '../operations/tell-apart.server.ts';
import { compareFiles } from '../queries/compare-files.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(compareFiles, {
    clientId: params['clientId'] ?? '',
    otherClientId: params['otherClientId'] ?? '',
    keepOther: web.url.searchParams.get('keep') === 'other',
  });
  const { mergedAway, fields: _fields, staffNames: _names, ...pair } = seen;
  if (mergedAway) throw redirect(`/staff/people/${mergedAway}`);
  return {
    ...pair,
    facts: comparedFacts(seen, web),
    timeZone: actor.centre.timeZone,
    undoDays: settingOf(actor.centre.settings, 'duplicates.undo-days'),
    keys: { decide: formKey(), close: formKey(), apart: formKey() },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const here = `/staff/duplicates/${params['clientId']}/${params['otherClientId']}`;
  const intent = (await request.clone().formData()).get('intent');
  const seenVersions = (input: Record<string, unknown>) => ({
    survivorVersion: Number(input['survivorVersion']),
    mergedVersion: Number(input['mergedVersion']),
  });
  if (intent === 'apart') {
    const submitted = await submitForm(web, request, tellApart, ({ input }) => ({ pairs: [input['pair']] }));
    if (submitted.ok) throw redirect('/staff/duplicates');
    return data(submitted, submitted.problem.status);
  }
  if (intent === 'decline') {
    const submitted = await submitForm(web, request, declineMerge);
    if (submitted.ok) throw redirect(`${here}?declined`);
    return data(submitted, submitted.problem.status);
  }
  if (intent === 'propose') {
    const submitted = await submitForm(web, request, proposeMerge, ({ input }) => ({
      ...input,
      ...seenVersions(input),
    }));
    if (submitted.ok) throw redirect(`${here}?proposed`);
    return data(submitted, submitted.problem.status);
  }
  const submitted =
    intent === 'confirm'
      ? await submitForm(web, request, confirmMerge, ({ input }) => ({ ...input, ...seenVersions(input) }))
      : await submitForm(web, request, mergeFiles, ({ input }) => ({ ...input, ...seenVersions(input) }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const { survivorId } = submitted.result;
  const stub = survivorId === params['clientId'] ? params['otherClientId'] : params['clientId'];
  throw redirect(`/staff/people/${survivorId}?merged=${stub}`);
}

export default function DuplicateComparePage() {
  const t = useText('duplicates');
  const codes = useText('code-lists');
  const clients = useText('clients');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const { language } = usePageTexts();
  const { kept, other, proposal, suspicion, second } = page;
  const fileNo = { kept: kept.fileNo, other: other.fileNo };
  const differ = page.facts.filter(({ choices }) => choices.length > 0);
  const same = page.facts.filter(({ choices }) => choices.length === 0);
  const status = (value: string | undefined) =>
    value === undefined ? t('compare.not-asked') : codes(`consentStatus.${value}`);
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        note={t('compare.note')}
        back={{ to: '/staff/duplicates', label: t('tabs.label') }}
      />
      <div className="merge-page">
        {asked.has('proposed') && <Notice tone="success" title={t('compare.proposed')} live />}
        {asked.has('declined') && <Notice tone="success" title={t('compare.declined')} live />}
        {suspicion?.decided && <Notice tone="attention" title={t('compare.decided-apart')} />}
        {proposal && (
          <Notice
            tone={proposal.outdated ? 'attention' : 'info'}
            title={proposal.outdated ? t('compare.outdated') : t('compare.waits', { name: proposal.by })}
          >
            <p>
              {proposal.outdated
                ? t('compare.outdated-text')
                : t(proposal.mine ? 'compare.waits-mine' : 'compare.waits-text')}{' '}
              {formatMoment(new Date(proposal.at), { language, timeZone: page.timeZone })}
            </p>
          </Notice>
        )}
        {suspicion && suspicion.reasons.length > 0 && (
          <p>
            {t('compare.why')} {suspicion.reasons.map((reason) => clients(`reason.${reason}`)).join(' · ')}
          </p>
        )}
        <MergeSides
          kept={kept}
          other={other}
          swapTo={proposal ? undefined : `/staff/duplicates/${other.id}/${kept.id}`}
        />
        {(kept.restricted || other.restricted) && <Notice tone="attention" title={t('compare.restricted')} />}
        {proposal ? (
          <>
            <Card id="differ" title={t('compare.differ')}>
              <ChosenFacts facts={differ} fileNo={fileNo} />
            </Card>
            <Same facts={same} />
            <Consents page={page} status={status} />
            <Card tone="sand">
              <Outcome page={page} />
              <ProposalForms
                proposal={proposal}
                versions={{ survivor: kept.version, merged: other.version }}
                keys={page.keys}
                submitted={submitted}
              />
            </Card>
          </>
        ) : (
          <PageForm formKey={page.keys.decide} submitted={submitted}>
            <div className="merge-page">
              <input type="hidden" name="survivorId" value={kept.id} />
              <input type="hidden" name="mergedId" value={other.id} />
              <input type="hidden" name="survivorVersion" value={kept.version} />
              <input type="hidden" name="mergedVersion" value={other.version} />
              <input type="hidden" name="intent" value={second === 'confirm' ? 'propose' : 'merge'} />
              {differ.length > 0 && (
                <Card id="differ" title={t('compare.differ')}>
                  <div className="merge-facts">
                    <p className="field-hint">{t('compare.differ-hint')}</p>
                    {differ.map((fact) => (
                      <FactChoice key={fact.field} fact={fact} fileNo={fileNo} />
                    ))}
                  </div>
                </Card>
              )}
              <Same facts={same} />
              <Consents page={page} status={status} />
              <Card tone="sand">
                <Outcome page={page} />
                <div className="form-actions">
                  <SubmitButton>{t(second === 'confirm' ? 'compare.propose' : 'compare.merge')}</SubmitButton>
                  <span className="field-hint">
                    {t(second === 'confirm' ? 'compare.propose-hint' : `compare.merge-${second}`)}
                  </span>
                </div>
              </Card>
            </div>
          </PageForm>
        )}
        {suspicion && !suspicion.decided && !proposal && (
          <PageForm formKey={page.keys.apart} submitted={undefined}>
            <input type="hidden" name="intent" value="apart" />
            <input type="hidden" name="pair" value={suspicion.pair} />
            <div className="form-actions">
              <SubmitButton tone="secondary">{t('compare.apart')}</SubmitButton>
              <span className="field-hint">{t('compare.apart-hint')}</span>
            </div>
          </PageForm>
        )}
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Same({ facts }: { facts: Page['facts'] }) {
  const t = useText('duplicates');
  if (facts.length === 0) return null;
  return (
    <Card id="same" title={t('compare.same')}>
      <Facts facts={facts.map(({ label, kept }) => ({ label, value: <FactLines lines={kept} /> }))} />
    </Card>
  );
}

function Consents({ page, status }: { page: Page; status: (value: string | undefined) => string }) {
  const t = useText('duplicates');
  const codes = useText('code-lists');
  return (
    <Card id="consents" title={t('compare.consents')}>
      <DataTable
        caption={t('compare.consents-hint')}
        rowId={(row) => row.purpose}
        rows={page.consents}
        columns={[
          {
            id: 'purpose',
            label: t('compare.purpose'),
            cell: (row) => codes(`consentPurpose.${row.purpose}`),
          },
          {
            id: 'kept',
            label: t('compare.answer-of', { fileNo: page.kept.fileNo }),
            cell: (row) => status(row.kept),
          },
          {
            id: 'other',
            label: t('compare.answer-of', { fileNo: page.other.fileNo }),
            cell: (row) => status(row.other),
          },
          { id: 'result', label: t('compare.counts'), cell: (row) => <strong>{status(row.result)}</strong> },
        ]}
      />
    </Card>
  );
}

function Outcome({ page }: { page: Page }) {
  const t = useText('duplicates');
  return (
    <div className="merge-outcome">
      <p>{t('compare.moves-text', { fileNo: page.other.fileNo, kept: page.kept.fileNo })}</p>
      <p>{t('compare.undo', { count: page.undoDays })}</p>
    </div>
  );
}
