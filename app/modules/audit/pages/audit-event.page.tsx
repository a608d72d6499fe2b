import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { staffNames } from '#modules/staff/index.server.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { DetailTree } from '../components/detail-tree.tsx';
import {
  useActionName,
  useEventActor,
  useEventSentence,
  useKnownWord,
} from '../components/use-event-sentence.ts';
import { viewAuditEvent } from '../queries/view-audit-event.query.server.ts';
import '../components/audit.css';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const event = await web.read(viewAuditEvent, { seq: Number(params['seq']) });
  const ids = [event.actorId, event.subjectId].filter((id) => id !== null);
  const names = ids.length > 0 ? await web.read(staffNames, { ids }) : {};
  return { event, names, timeZone: actor.centre.timeZone };
}

export default function AuditEventPage() {
  const t = useText('audit');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { event, names, timeZone } = useLoaderData<typeof loader>();
  const sentence = useEventSentence(names);
  const who = useEventActor(names);
  const actionName = useActionName();
  const word = useKnownWord();
  const number = (value: string) => <Bdi ltr>{value}</Bdi>;
  return (
    <>
      <PageHeader
        title={sentence(event)}
        tabTitle={t('event.title', { seq: event.seq })}
        note={t('event.title', { seq: event.seq })}
        back={{ to: '/staff/audit', label: t('event.back') }}
      />
      <Card id="event">
        <Facts
          facts={[
            {
              key: 'when',
              label: t('event.when'),
              value: (
                <time dateTime={event.at.toISOString()}>
                  {formatMoment(event.at, { language, timeZone })}
                </time>
              ),
            },
            { key: 'who', label: t('event.who'), value: <Bdi>{who(event)}</Bdi> },
            {
              key: 'roles',
              label: t('event.roles'),
              value:
                event.actorKind === 'staff' &&
                event.roles.map((role) => codes(`staffRole.${role}`)).join(', '),
            },
            { key: 'action', label: t('event.action'), value: actionName(event.action) },
            {
              key: 'result',
              label: t('event.result'),
              value: (
                <Badge tone={event.result === 'refused' ? 'attention' : 'plain'}>
                  {t(`result.${event.result}`)}
                </Badge>
              ),
            },
            {
              key: 'file',
              label: t('event.file'),
              value: event.clientId && (event.fileNo ? number(event.fileNo) : t('list.closedFile')),
            },
            {
              key: 'relation',
              label: t('event.relation'),
              value: event.relation && t(`relation.${event.relation}`),
            },
            {
              key: 'fields',
              label: t('event.fields'),
              value: event.fields.length > 0 && event.fields.map((field) => word('part', field)).join(' · '),
            },
            { key: 'count', label: t('event.count'), value: event.itemCount },
            {
              key: 'items',
              label: t('event.items'),
              value: event.items.length > 0 && number(event.items.map((item) => item.fileNo).join(', ')),
            },
            {
              key: 'purpose',
              label: t('event.purpose'),
              value: event.purpose && word('purpose', event.purpose),
            },
            { key: 'code', label: t('event.code'), value: number(event.action) },
            {
              key: 'session',
              label: t('event.session'),
              value: event.sessionId && number(event.sessionId.slice(0, 8)),
            },
          ]}
        />
      </Card>
      <Card id="detail" title={t('event.detail')}>
        {event.detail.state === 'open' ? (
          <>
            <DetailTree value={event.detail.value} />
            <p className="field-hint">{t('event.opened')}</p>
          </>
        ) : (
          <p>{t(`event.${event.detail.state}`)}</p>
        )}
      </Card>
    </>
  );
}
