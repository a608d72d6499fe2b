import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  Link,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { staffNames } from '#modules/staff/index.server.ts';
import { seesPeople } from '#platform/actor.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PacketPreview } from '../components/packet-preview.tsx';
import { ReceiverSteps } from '../components/receiver-steps.tsx';
import { SenderSteps } from '../components/sender-steps.tsx';
import { ToldHistory } from '../components/told-history.tsx';
import { TransferState } from '../components/transfer-state.tsx';
import { viewTransfer } from '../queries/view-transfer.query.server.ts';
import { shownHistory, shownPacket } from '../shown-packet.server.ts';
import { submitStep } from '../submit-step.server.ts';
import { isOpen } from '../transfer.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { packet, history, ...view } = await web.read(viewTransfer, {
    transferId: params['transferId'] ?? '',
  });
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  const moment = (instant: string | null) =>
    instant ? formatMoment(new Date(instant), reader, 'short') : undefined;
  const may = (act: string) => web.house.policy.mayEver(actor, act);
  const colleagues =
    view.way === 'in' && may('transfer.accept') ? Object.entries(await web.read(staffNames, {})) : [];
  return {
    ...view,
    keys: Array.from({ length: 4 }, () => formKey()),
    from: textIn(view.from.name, web.language),
    to: textIn(view.to.name, web.language),
    abroad: view.from.country !== view.to.country,
    sent: moment(view.sentAt),
    due: view.state === 'sent' ? moment(view.dueAt) : undefined,
    decided: moment(view.decidedAt),
    packet: packet && shownPacket(packet, reader),
    history: history && shownHistory(history, reader),
    talk: view.talk.map((line) => ({ ...line, at: moment(line.at) })),
    colleagues: colleagues
      .filter(([, person]) => person.active && seesPeople(person))
      .map(([value, { name }]) => ({ value, label: name })),
    may: {
      send: may('transfer.send'),
      accept: may('transfer.accept'),
      confirm: may('transfer.confirm'),
      close: may('transfer.close'),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const transferId = params['transferId'] ?? '';
  const act = new URL(request.url).searchParams.get('act') ?? 'send';
  const submitted = await submitStep(web, request, transferId);
  if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  throw redirect(`/staff/transfers/${transferId}`);
}

/** One move of a file: what travels, what was asked, and the next step of this side. */
export default function TransferPage() {
  const t = useText('transfers');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string) => (submitted?.act === act ? submitted : undefined);
  const { way, state, person } = page;
  return (
    <div className="page grid max-w-4xl gap-6">
      <PageHeader
        title={person ? <Bdi>{person.name}</Bdi> : t('view.title')}
        note={
          <>
            <TransferState state={state} /> {page.urgent && <Badge tone="danger">{t('urgent')}</Badge>}{' '}
            {page.restricted && <Badge tone="attention">{t('restricted')}</Badge>}
          </>
        }
        back={{ to: '/staff/transfers', label: t('list.title') }}
      />
      <Card id="facts" title={t('view.facts')}>
        <Facts
          facts={[
            { label: t('view.from'), value: <Bdi>{page.from}</Bdi> },
            { label: t('view.to'), value: <Bdi>{page.to}</Bdi> },
            { label: t('new.reason'), value: t(`reason.${page.reason}`) },
            { label: t('new.scope'), value: t(`scope.${page.scope}`) },
            {
              label: t('new.excluded'),
              value: page.excluded.map((part) => t(`part.${part}`)).join(', '),
            },
            { label: t('view.basis'), value: t(`basis.${page.basis}`) },
            { label: t('new.override'), value: page.override && <Bdi>{page.override}</Bdi> },
            { label: t('view.sent'), value: page.sent },
            { label: t('view.due'), value: page.due },
            { label: t('view.decided'), value: page.decided },
            {
              label: t('view.rejected'),
              value: page.reject_reason && t(`reject-reason.${page.reject_reason}`),
            },
            {
              label: t('view.file'),
              value: person && (
                <Link to={`/staff/people/${person.id}`}>
                  <Bdi ltr>{person.fileNo}</Bdi>
                </Link>
              ),
            },
          ]}
        />
      </Card>
      {page.talk.length > 0 && (
        <Card id="talk" title={t('talk.title')}>
          <ul className="item-list">
            {page.talk.map((line, at) => (
              <li key={at}>
                <strong>
                  <Bdi>{line.from === 'sender' ? page.from : page.to}</Bdi>
                </strong>{' '}
                <span className="field-hint">{line.at}</span>
                <p>
                  <Bdi>{line.text}</Bdi>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {page.packet && (
        <PacketPreview packet={page.packet} title={t(way === 'out' ? 'packet.would' : 'packet.came')} />
      )}
      {way === 'in' && isOpen(state) && !page.packet && (
        <Notice tone="attention" title={t('packet.gone')}>
          <p>{t('packet.gone-text')}</p>
        </Notice>
      )}
      {page.history && (
        <Card id="history" title={t('history.title')}>
          <p className="field-hint">{t('history.note')}</p>
          <ToldHistory {...page.history} />
        </Card>
      )}
      {way === 'out' ? (
        <SenderSteps page={page} refused={refused} />
      ) : (
        <ReceiverSteps page={page} refused={refused} />
      )}
    </div>
  );
}
