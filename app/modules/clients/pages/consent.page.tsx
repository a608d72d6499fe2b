import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge, type BadgeTone } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { ConsentFields } from '../components/consent-fields.tsx';
import { ConsentProofCard } from '../components/consent-proof-card.tsx';
import { WithdrawForm } from '../components/withdraw-form.tsx';
import '../components/clients.css';
import '../components/person.css';
import { consentInput } from '../client-form.ts';
import { askedPurposes, statusOn } from '../consent.ts';
import { submitProof } from '../consent-proof-form.server.ts';
import { consentScripts } from '../consent-script.server.ts';
import { formChoices } from '../form-choices.ts';
import { recordConsent } from '../operations/record-consent.server.ts';
import { withdrawConsent } from '../operations/withdraw-consent.server.ts';
import { retentionYears } from '../retention-setting.ts';
import { listConsents } from '../queries/list-consents.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(listConsents, { clientId: params['clientId'] ?? '' });
  const centre = await web.read(viewCentre, {});
  const may = (name: string) =>
    web.house.policy.decide(actor, name, [...seen.relations, 'centre']) !== undefined;
  return {
    ...seen,
    keys: [formKey(), formKey()],
    paperKeys: seen.talks.map(() => formKey()),
    choices: formChoices(web.language, actor.centre),
    may: {
      record: may('consent.record'),
      withdraw: may('consent.withdraw'),
      attach: may('consent.attach-proof'),
      openProof: may('consent.proof'),
      open: may('client.view'),
    },
    scripts: consentScripts(
      web.house.translators,
      (language) => textIn(centre.name, language, centre.languages),
      retentionYears(actor.centre.settings),
    ),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const asked = new URL(request.url).searchParams;
  const proofOf = asked.get('proof');
  if (proofOf !== null) {
    const sent = await submitProof(web, request, { clientId, consentId: proofOf });
    if (sent.ok) throw redirect(`/staff/people/${clientId}/consent?kept`);
    return data({ ...sent, isWithdrawal: false, proofOf }, sent.problem.status);
  }
  const isWithdrawal = asked.has('withdraw');
  const submitted = isWithdrawal
    ? await submitForm(web, request, withdrawConsent, (form) => ({
        ...form.input,
        clientId,
        purposes: [form.input['purposes'] ?? []].flat(),
      }))
    : await submitForm(web, request, recordConsent, (form) => ({ ...consentInput(form.input), clientId }));
  if (submitted.ok)
    throw redirect(`/staff/people/${clientId}/consent?${isWithdrawal ? 'withdrawn' : 'recorded'}`);
  return data({ ...submitted, isWithdrawal, proofOf }, submitted.problem.status);
}

const tones: Record<string, BadgeTone> = {
  given: 'success',
  refused: 'plain',
  withdrawn: 'attention',
  expired: 'attention',
  not_possible_vital_interest: 'attention',
};

export default function ConsentPage() {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const refused = submitted?.ok === false ? submitted : undefined;
  const purposes = [...new Set([...askedPurposes, ...page.inForce.map(({ purpose }) => purpose)])];
  const endable = page.inForce.filter((consent) =>
    ['given', 'not_possible_vital_interest'].includes(statusOn([consent], consent.purpose, page.today) ?? ''),
  );
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('consent.page-title')}
        note={<Bdi ltr>{page.fileNo}</Bdi>}
        back={
          page.may.open
            ? { to: `/staff/people/${page.clientId}`, label: t('view.back') }
            : { to: '/staff/people', label: t('people.title') }
        }
      >
        <LinkButton icon="print" to={`/staff/people/${page.clientId}/consent-form.pdf`} reloadDocument>
          {t('consent.print-form')}
        </LinkButton>
      </PageHeader>
      {asked.has('withdrawn') && (
        <Notice tone="success" title={t('consent.withdrawn-done')} live>
          <p>{t('consent.withdrawn-effect')}</p>
        </Notice>
      )}
      {asked.has('kept') && <Notice tone="success" title={t('proof.kept-done')} live />}
      {asked.has('recorded') && <Notice tone="success" title={t('consent.recorded-done')} live />}
      <div className="page-stack">
        <Card id="now" title={t('consent.now')}>
          <ul className="decision-list">
            {purposes.map((purpose) => {
              const status = statusOn(page.inForce, purpose, page.today);
              return (
                <li key={purpose}>
                  <span>{codes(`consentPurpose.${purpose}`)}</span>{' '}
                  {status ? (
                    <Badge tone={tones[status]}>{codes(`consentStatus.${status}`)}</Badge>
                  ) : (
                    <Badge tone="attention">{t('consent.not-asked')}</Badge>
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
        <ConsentProofCard
          clientId={page.clientId}
          talks={page.talks}
          formKeys={page.paperKeys}
          may={{ attach: page.may.attach, open: page.may.openProof }}
          refused={
            refused && refused.proofOf !== null
              ? { consentId: refused.proofOf, submitted: refused }
              : undefined
          }
        />
        {page.may.withdraw && endable.length > 0 && (
          <WithdrawForm
            formKey={page.keys[0] ?? ''}
            purposes={endable.map(({ purpose }) => purpose)}
            submitted={refused?.isWithdrawal ? refused : undefined}
          />
        )}
        {page.may.record && (
          <PageForm
            formKey={page.keys[1]}
            submitted={refused && !refused.isWithdrawal && refused.proofOf === null ? refused : undefined}
            className="person-form"
            action="?"
          >
            <ConsentFields
              prefix=""
              scripts={page.scripts}
              spoken={page.languages}
              languages={page.choices.languages}
              purposes={purposes}
              minor={page.minor}
            />
            <div className="form-actions">
              <SubmitButton hint>{t('consent.save')}</SubmitButton>
            </div>
          </PageForm>
        )}
        <h2 className="section-title">{t('consent.history')}</h2>
        <DataTable
          caption={t('consent.history-caption')}
          rows={page.history}
          rowId={(decision) => decision.id}
          columns={[
            {
              id: 'day',
              label: t('common:term.date'),
              cell: (decision) => formatDay(decision.givenOn, { language }, 'short'),
            },
            {
              id: 'purpose',
              label: t('consent.purpose'),
              cell: (decision) => codes(`consentPurpose.${decision.purpose}`),
            },
            {
              id: 'status',
              label: t('consent.decision'),
              cell: (decision) => (
                <Badge tone={tones[decision.status]}>{codes(`consentStatus.${decision.status}`)}</Badge>
              ),
            },
            {
              id: 'form',
              label: t('consent.form'),
              cell: (decision) => (decision.form ? codes(`consentForm.${decision.form}`) : '–'),
            },
            {
              id: 'language',
              label: t('consent.explained-in'),
              cell: (decision) => languageName(decision.explainedIn, language),
            },
            {
              id: 'by',
              label: t('consent.by'),
              cell: (decision) =>
                decision.byMerge ? t('consent.by-merge') : <Bdi>{decision.recordedBy}</Bdi>,
            },
          ]}
          empty={<p>{t('consent.none')}</p>}
        />
      </div>
    </>
  );
}
