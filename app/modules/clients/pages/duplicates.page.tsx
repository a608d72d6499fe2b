import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { PersonCompared } from '../components/person-compared.tsx';
import { ReasonList } from '../components/reason-list.tsx';
import '../components/clients.css';
import { decideNotDuplicate } from '../operations/decide-not-duplicate.server.ts';
import { clientDuplicates } from '../queries/client-duplicates.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const seen = await web.read(clientDuplicates, { clientId: params['clientId'] ?? '' });
  return { ...seen, pairs: seen.pairs.map((pair) => ({ ...pair, key: formKey() })) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const submitted = await submitForm(web, request, decideNotDuplicate, (form) => ({
    clientId,
    otherClientId: form.input['otherClientId'],
  }));
  if (submitted.ok) throw redirect(`/staff/people/${clientId}/duplicates`);
  return data(submitted, submitted.problem.status);
}

export default function DuplicatesPage() {
  const t = useText('clients');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <title>{page.self.fileNo}</title>
      <PageHeader
        title={t('duplicates.title')}
        note={t('duplicates.note')}
        back={{ to: `/staff/people/${page.self.id}`, label: page.self.name }}
      />
      {page.hidden && (
        <Notice tone="attention" title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </Notice>
      )}
      {page.pairs.length === 0 && <EmptyState title={t('duplicates.none')} />}
      {page.pairs.map(({ other, reasons, key }) => (
        <section className="pair" key={other.id} aria-label={other.name}>
          <p>
            {t('duplicates.why')} <ReasonList reasons={reasons} />
          </p>
          <div className="compared">
            <PersonCompared person={page.self} isSelf />
            <PersonCompared person={other} />
          </div>
          <PageForm formKey={key} submitted={submitted}>
            <input type="hidden" name="otherClientId" value={other.id} />
            <div className="form-actions">
              <SubmitButton tone="secondary">{t('duplicates.two-people')}</SubmitButton>
              <LinkButton tone="quiet" to={`/staff/duplicates/${page.self.id}/${other.id}`}>
                {t('duplicates.same-person')}
              </LinkButton>
            </div>
          </PageForm>
        </section>
      ))}
    </>
  );
}
