import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { otherCentres } from '#modules/network/index.server.ts';
import { asList } from '#modules/staff/index.tsx';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { proposeTransfer } from '../operations/propose-transfer.server.ts';
import { transferOfClient } from '../queries/transfer-of-client.query.server.ts';
import { excludableParts, transferReasons, transferScopes } from '../transfer.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'transfer.propose')) throw forbidden();
  const clientId = params['clientId'] ?? '';
  const standing = await web.read(transferOfClient, { clientId });
  const centres = await web.read(otherCentres, {});
  return {
    key: formKey(),
    clientId,
    agreed: standing.agreed,
    restricted: standing.restricted,
    open: standing.latest?.standing === 'leaving' ? standing.latest.id : undefined,
    gone: standing.latest?.standing === 'gone',
    to: new URL(request.url).searchParams.get('to') ?? undefined,
    centres: centres.map(({ id, name }) => ({ value: id, label: textIn(name, web.language) })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, proposeTransfer, ({ input }) => ({
    ...input,
    clientId: params['clientId'] ?? '',
    excluded: asList(input['excluded']),
    urgent: input['urgent'] === 'yes',
    withRestricted: input['withRestricted'] === 'yes',
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/transfers/${submitted.result.transferId}`);
}

/** Prepares the move of a person's file; nothing leaves before it was looked at. */
export default function TransferNewPage() {
  const t = useText('transfers');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const person = `/staff/people/${page.clientId}`;
  return (
    <div className="page max-w-3xl">
      <PageHeader title={t('new.title')} note={t('new.note')} back={{ to: person, label: t('new.back') }} />
      {page.open && (
        <Notice tone="attention" title={t('new.open')}>
          <p>
            <LinkButton size="small" to={`/staff/transfers/${page.open}`}>
              {t('new.open-link')}
            </LinkButton>
          </p>
        </Notice>
      )}
      {page.gone && <Notice tone="attention" title={t('new.gone')} />}
      {!page.open && !page.gone && page.centres.length === 0 && <Notice title={t('new.no-centre')} />}
      {!page.open && !page.gone && page.centres.length > 0 && (
        <PageForm formKey={page.key} submitted={submitted}>
          {!page.agreed && (
            <Notice tone="attention" title={t('new.not-agreed')}>
              <p>{t('new.not-agreed-text')}</p>
              <p>
                <LinkButton size="small" to={`${person}/consent`}>
                  {t('new.ask-consent')}
                </LinkButton>
              </p>
            </Notice>
          )}
          <Select
            name="toCentreId"
            label={t('new.to')}
            blank={t('common:answer.choose')}
            options={page.centres}
            defaultValue={page.to}
          />
          <Select
            name="reason"
            label={t('new.reason')}
            blank={t('common:answer.choose')}
            options={transferReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
          <RadioGroup
            name="scope"
            legend={t('new.scope')}
            options={transferScopes.map((value) => ({
              value,
              label: t(`scope.${value}`),
              hint: t(`scope-hint.${value}`),
            }))}
            defaultValue="summary"
            layout="rows"
          />
          <CheckboxGroup
            name="excluded"
            legend={t('new.excluded')}
            hint={t('new.excluded-hint')}
            options={excludableParts.map((value) => ({ value, label: t(`part.${value}`) }))}
            layout="columns"
            optional
          />
          <Checkbox name="urgent" label={t('new.urgent')} hint={t('new.urgent-hint')} />
          {page.restricted && (
            <Checkbox name="withRestricted" label={t('new.restricted')} hint={t('new.restricted-hint')} />
          )}
          {!page.agreed && (
            <TextArea
              name="override"
              label={t('new.override')}
              hint={t('new.override-hint')}
              maxLength={1_000}
              rows={3}
            />
          )}
          <div className="form-actions">
            <SubmitButton hint>{t('new.do')}</SubmitButton>
            <LinkButton to={person}>{t('common:action.cancel')}</LinkButton>
          </div>
        </PageForm>
      )}
    </div>
  );
}
