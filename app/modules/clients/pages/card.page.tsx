import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { drawQrSvg } from '#platform/documents/qr-svg.server.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { formatCardNumber } from '../client-card.ts';
import '../components/clients.css';
import { issueCard } from '../operations/issue-card.server.ts';
import { revokeCard } from '../operations/revoke-card.server.ts';
import { clientCard } from '../queries/client-card.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(clientCard, { clientId: params['clientId'] ?? '' });
  return {
    ...seen,
    keys: [formKey(), formKey()],
    qr: seen.card && drawQrSvg(seen.card.number),
    timeZone: actor.centre.timeZone,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const isRevoking = new URL(request.url).searchParams.has('revoke');
  const submitted = isRevoking
    ? await submitForm(web, request, revokeCard, () => ({ clientId }))
    : await submitForm(web, request, issueCard, () => ({ clientId }));
  if (submitted.ok) throw redirect(`/staff/people/${clientId}/card?${isRevoking ? 'revoked' : 'issued'}`);
  return data(submitted, submitted.problem.status);
}

export default function CardPage() {
  const t = useText('clients');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const pdf = `/staff/people/${page.clientId}/card.pdf`;
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('card.title')}
        note={t('card.note')}
        back={
          page.mayOpen
            ? { to: `/staff/people/${page.clientId}`, label: t('view.back') }
            : { to: '/staff/people', label: t('people.title') }
        }
      />
      <div className="page-stack">
        {asked.has('issued') && <Notice tone="success" title={t('card.issued')} live />}
        {asked.has('revoked') && <Notice tone="success" title={t('card.revoked')} live />}
        {page.card && page.qr ? (
          <div className="card-page">
            <figure className="paper-card">
              <div className="paper-card-qr" dangerouslySetInnerHTML={{ __html: page.qr }} />
              <figcaption className="number">
                <Bdi ltr>{formatCardNumber(page.card.number)}</Bdi>
              </figcaption>
            </figure>
            <div>
              <p>
                {t('card.since', {
                  day: formatMoment(new Date(page.card.issuedAt), { language, timeZone: page.timeZone }),
                })}
              </p>
              <div className="toolbar">
                <LinkButton tone="primary" icon="print" to={pdf} reloadDocument>
                  {t('card.print')}
                </LinkButton>
                <LinkButton icon="print" to={`${pdf}?format=sheet`} reloadDocument>
                  {t('card.print-sheet')}
                </LinkButton>
              </div>
            </div>
          </div>
        ) : (
          <p>{t('card.none')}</p>
        )}
        <PageForm formKey={page.keys[0]} submitted={submitted} action="?">
          <div className="form-actions">
            <SubmitButton tone={page.card ? 'secondary' : 'primary'}>
              {t(page.card ? 'card.replace' : 'card.issue')}
            </SubmitButton>
            {page.card && <span className="field-hint">{t('card.replace-hint')}</span>}
          </div>
        </PageForm>
        {page.card && (
          <PageForm formKey={page.keys[1]} action="?revoke">
            <div className="form-actions">
              <SubmitButton tone="quiet">{t('card.revoke')}</SubmitButton>
            </div>
          </PageForm>
        )}
      </div>
    </>
  );
}
