import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { needsCode } from '#modules/staff/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { EndHoldForm, PlaceHoldForm } from '../components/hold-forms.tsx';
import { holdOfClient } from '../queries/hold-of-client.query.server.ts';
import { submitHold } from '../submit-hold.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    ...(await web.read(holdOfClient, { clientId: params['clientId'] ?? '' })),
    key: formKey(),
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const submitted = await submitHold(web, request, clientId);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/people/${clientId}/hold`);
}

/** Whether this person may be erased at all: the hold that stands, or a new one. */
export default function HoldPage() {
  const t = useText('retention');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const day = (iso: string) => formatDay(iso, { language, timeZone: page.timeZone });
  return (
    <>
      <title>{page.fileNo}</title>
      <PageHeader
        title={t('hold.title')}
        note={<Bdi>{page.name ?? page.fileNo}</Bdi>}
        back={page.mayOpen ? { to: `/staff/people/${page.clientId}`, label: t('hold.back') } : undefined}
      />
      {page.hold ? (
        <Card id="hold" title={t('hold.stands')}>
          <Facts
            facts={[
              { label: t('hold.ground'), value: t(`ground.${page.hold.ground}`) },
              { label: t('common:term.reason'), value: <Bdi>{page.hold.reason}</Bdi> },
              { label: t('hold.review'), value: day(page.hold.reviewOn) },
            ]}
          />
          <EndHoldForm
            formKey={page.key}
            submitted={submitted}
            needsCode={page.needsCode}
            holdId={page.hold.id}
          />
        </Card>
      ) : (
        <Card id="hold" title={t('hold.new')}>
          <p>{t('hold.what')}</p>
          <PlaceHoldForm formKey={page.key} submitted={submitted} needsCode={page.needsCode} />
        </Card>
      )}
    </>
  );
}
