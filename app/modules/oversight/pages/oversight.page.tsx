import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { EmergencyTable } from '../components/emergency-table.tsx';
import { FlagList } from '../components/flag-list.tsx';
import '../components/oversight.css';
import { reviewFlag } from '../operations/review-flag.server.ts';
import { listOversight } from '../queries/list-oversight.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { emergencies, flags } = await web.read(listOversight, {});
  return {
    emergencies,
    flags: flags.map((flag) => ({ ...flag, key: formKey() })),
    timeZone: actor.centre.timeZone,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const flagId = new URL(request.url).searchParams.get('flag') ?? '';
  const submitted = await submitForm(web, request, reviewFlag, ({ input }) => ({
    flagId,
    state: input['state'],
    note: input['note'],
  }));
  if (submitted.ok) throw redirect('/staff/oversight');
  return data({ ...submitted, flagId }, submitted.problem.status);
}

/** What a reviewer is to ask about: emergencies first, then reading that is out of the ordinary. */
export default function OversightPage() {
  const t = useText('oversight');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const open = page.flags.filter(({ state }) => state === 'open');
  const settled = page.flags.filter(({ state }) => state !== 'open');
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="oversight">
        <EmergencyTable emergencies={page.emergencies} timeZone={page.timeZone} />
        <section aria-labelledby="flags">
          <h2 id="flags">{t('flags.title')}</h2>
          {page.flags.length === 0 ? <p>{t('flags.empty')}</p> : <p>{t('flags.hint')}</p>}
          <FlagList flags={open} timeZone={page.timeZone} refused={submitted} />
        </section>
        {settled.length > 0 && (
          <Card id="settled" title={t('flags.settled')}>
            <FlagList flags={settled} timeZone={page.timeZone} />
          </Card>
        )}
      </div>
    </>
  );
}
