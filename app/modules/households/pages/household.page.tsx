import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { findClients } from '#modules/clients/index.server.ts';
import { isProblem } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { GuardianCard } from '../components/guardian-card.tsx';
import { HouseholdCard } from '../components/household-card.tsx';
import '../components/households.css';
import { addMember } from '../operations/add-member.server.ts';
import { changeRelation } from '../operations/change-relation.server.ts';
import { closeHousehold } from '../operations/close-household.server.ts';
import { endGuardian } from '../operations/end-guardian.server.ts';
import { openHousehold } from '../operations/open-household.server.ts';
import { removeMember } from '../operations/remove-member.server.ts';
import { setGuardian } from '../operations/set-guardian.server.ts';
import { householdOf } from '../queries/household-of.query.server.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(householdOf, { clientId: params['clientId'] ?? '' });
  const asked = new URL(request.url).searchParams;
  const text = (asked.get('q') ?? '').slice(0, 200);
  const may = (act: string) => web.house.policy.mayEver(actor, act);
  return {
    ...seen,
    text,
    found: may('client.find') ? await search(web, text, seen.clientId) : [],
    keys: {
      open: formKey(),
      guardian: formKey(),
      ...Object.fromEntries(
        [
          ...seen.guardians.map(({ id }) => id),
          ...seen.households.flatMap(({ id, members }) => [
            `add/${id}`,
            `close/${id}`,
            ...members.map(({ memberId }) => memberId),
          ]),
        ].map((name) => [name, formKey()] as const),
      ),
    } as Record<string, string>,
    may: {
      find: may('client.find'),
      link: may('household.open'),
      close: may('household.close'),
      guardian: may('guardian.set'),
    },
  };
}

/** People to choose from. While the index is being built nobody is found yet. */
async function search(web: Web, text: string, ownId: string): Promise<{ value: string; label: string }[]> {
  if (text.trim() === '') return [];
  try {
    const { found } = await web.read(findClients, { text, limit: 8 });
    return found
      .filter(({ id }) => id !== ownId)
      .map((person) => ({ value: person.id, label: `${person.name} · ${person.fileNo}` }));
  } catch (error) {
    if (isProblem(error) && error.code === 'clients.index-building') return [];
    throw error;
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const act = new URL(request.url).searchParams.get('act');
  const submitted =
    act === 'open'
      ? await submitForm(web, request, openHousehold, () => ({ clientId }))
      : act === 'add'
        ? await submitForm(web, request, addMember)
        : act === 'change'
          ? await submitForm(web, request, changeRelation)
          : act === 'remove'
            ? await submitForm(web, request, removeMember)
            : act === 'close'
              ? await submitForm(web, request, closeHousehold)
              : act === 'guardian'
                ? await submitForm(web, request, setGuardian, ({ input }) => ({
                    ...input,
                    childId: clientId,
                    assent: input['assent'] === 'yes',
                  }))
                : await submitForm(web, request, endGuardian);
  if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  throw redirect(`/staff/people/${clientId}/household`);
}

export default function HouseholdPage() {
  const t = useText('households');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string) => (submitted?.ok === false && submitted.act === act ? submitted : undefined);
  return (
    <>
      <title>{t('title')}</title>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={{
          to: `/staff/people/${page.clientId}`,
          label: page.person?.name ?? t('back'),
        }}
      />
      <div className="household-page">
        {(page.minor || page.guardians.length > 0 || page.wards.length > 0) && (
          <GuardianCard page={page} refused={refused('guardian')} refusedEnd={refused('end')} />
        )}
        {page.households.map((household) => (
          <HouseholdCard key={household.id} household={household} page={page} refused={refused} />
        ))}
        {page.households.length === 0 && (
          <EmptyState title={t('none')} icon="family">
            {t('none-text')}
          </EmptyState>
        )}
        {page.may.link && (
          <PageForm formKey={page.keys['open']} submitted={refused('open')} action="?act=open">
            <div className="form-actions">
              <SubmitButton tone={page.households.length === 0 ? 'primary' : 'secondary'}>
                {t('open')}
              </SubmitButton>
            </div>
          </PageForm>
        )}
      </div>
    </>
  );
}
