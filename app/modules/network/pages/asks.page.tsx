import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  Link,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { countryOptions, textIn } from '#modules/centres/index.server.ts';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { AskForm } from '../components/ask-form.tsx';
import { InquiryCard } from '../components/inquiry-card.tsx';
import { OwnAskItem } from '../components/own-ask-item.tsx';
import { askTheNetwork } from '../ask-the-network.server.ts';
import { answerInquiry } from '../operations/answer-inquiry.server.ts';
import { askNetwork } from '../operations/ask-network.server.ts';
import { inquireNetwork } from '../operations/inquire-network.server.ts';
import { listAsks } from '../queries/list-asks.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { own, here } = await web.read(listAsks, {});
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  return {
    key: formKey(),
    countries: countryOptions(web.language),
    own: own.map((ask) => ({
      ...ask,
      key: formKey(),
      at: formatMoment(new Date(ask.askedAt), reader, 'short'),
      knownCentre: ask.knownCentre && textIn(ask.knownCentre, web.language),
    })),
    here: here.map((inquiry) => ({
      ...inquiry,
      key: formKey(),
      at: formatMoment(new Date(inquiry.askedAt), reader, 'short'),
      agreed: formatDay(inquiry.agreedOn, reader),
      askingCentre: textIn(inquiry.askingCentre, web.language),
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const act = new URL(request.url).searchParams.get('act');
  if (act === 'inquire') {
    const sent = await submitForm(web, request, inquireNetwork);
    if (!sent.ok) return data({ ...sent, act }, sent.problem.status);
    throw redirect('/staff/asks#own');
  }
  if (act === 'answer') {
    const answered = await submitForm(web, request, answerInquiry);
    if (!answered.ok) return data({ ...answered, act }, answered.problem.status);
    throw redirect('/staff/asks#here');
  }
  const slow = {
    ...web,
    execute: ((_operation: unknown, input: unknown, options?: { idempotencyKey?: string }) =>
      askTheNetwork(web, input, options)) as typeof web.execute,
  };
  const asked = await submitForm(slow, request, askNetwork, ({ input }) => ({
    ...input,
    agreed: input['agreed'] === 'yes',
  }));
  if (!asked.ok) return data({ ...asked, act: 'ask' }, asked.problem.status);
  throw redirect('/staff/asks#own');
}

/** Whether another centre may know somebody: one's own questions, and those of other centres. */
export default function AsksPage() {
  const t = useText('network');
  const { key, countries, own, here } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string) => (submitted?.act === act ? submitted : undefined);
  return (
    <div className="page grid max-w-4xl gap-6">
      <PageHeader
        title={t('asks.title')}
        note={t('asks.note')}
        back={{ to: '/staff/transfers', label: t('asks.back') }}
      />
      {here.length > 0 && (
        <Card id="here" title={t('asks.here')}>
          <ul className="item-list">
            {here.map((inquiry) => (
              <InquiryCard
                key={inquiry.askId}
                inquiry={inquiry}
                submitted={
                  refused('answer')?.values['askId'] === inquiry.askId ? refused('answer') : undefined
                }
              />
            ))}
          </ul>
        </Card>
      )}
      <Card id="own" title={t('asks.own')}>
        {own.length === 0 ? (
          <EmptyState title={t('asks.own-empty')} icon="search">
            {t('asks.own-empty-text')}
          </EmptyState>
        ) : (
          <ul className="item-list">
            {own.map((ask) => (
              <OwnAskItem
                key={ask.id}
                ask={ask}
                submitted={refused('inquire')?.values['askId'] === ask.id ? refused('inquire') : undefined}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card id="ask" title={t('ask.title')}>
        <p className="mb-4">{t('ask.text')}</p>
        <AskForm key={key} formKey={key} submitted={refused('ask')} countries={countries} />
      </Card>
      <p className="field-hint">
        {t('asks.why')} <Link to="/staff/people">{t('asks.people')}</Link>
      </p>
    </div>
  );
}
