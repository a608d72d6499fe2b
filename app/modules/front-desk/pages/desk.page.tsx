import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { countQuestions } from '#modules/questions/index.server.ts';
import { WaitingQuestions } from '#modules/questions/index.tsx';
import { idleMinutesOf, staffNames } from '#modules/staff/index.server.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { boardParams } from '../arrival.schemas.ts';
import { AddArrival } from '../components/add-arrival.tsx';
import { ArrivalRow } from '../components/arrival-row.tsx';
import { DoneList } from '../components/done-list.tsx';
import { useLiveBoard } from '../components/use-live-board.ts';
import { listArrivals } from '../queries/list-arrivals.query.server.ts';
import { whoIsWaiting } from '../queries/who-is-waiting.query.server.ts';
import { submitAtDesk } from './submit-at-desk.server.ts';
import '../components/desk.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const may = (what: string) => web.house.policy.mayEver(actor, what);
  // The workspace begins here; whoever has no work at the desk begins with their own.
  if (!may('arrival.list')) {
    throw redirect(
      may('statistics.view') ? '/staff/statistics' : may('audit.list') ? '/staff/audit' : '/staff/account',
    );
  }
  const asked = new URL(request.url).searchParams;
  const params = boardParams.safeParse({ siteId: asked.get('site') || undefined });
  const board = await web.read(listArrivals, params.success ? params.data : {});
  const open = [...board.waiting, ...board.called];
  // Names are read, and the look recorded, only when somebody on the board has one.
  const people = open.some((row) => row.clientId || row.hasNote)
    ? await web.read(whoIsWaiting, { siteId: board.site.id })
    : [];
  const callers = [...new Set([...open, ...board.done].flatMap((row) => row.calledBy ?? []))];
  return {
    ...board,
    people: Object.fromEntries(people.map((person) => [person.arrivalId, person])),
    names: callers.length > 0 ? await web.read(staffNames, { ids: callers }) : {},
    site: { id: board.site.id, name: textIn(board.site.name, web.language) },
    sites: board.sites.map((site) => ({ id: site.id, name: textIn(site.name, web.language) })),
    languages: actor.centre.clientLanguages.map((code) => ({
      value: code,
      label: languageName(code, web.language),
    })),
    me: actor.staffId,
    questions: may('question.count')
      ? { ...(await web.read(countQuestions, {})), mayOpen: may('question.list') }
      : undefined,
    may: {
      link: may('arrival.link-client'),
      record: may('contact.record'),
      open: web.house.policy.decide(actor, 'client.view', ['centre']) !== undefined,
      undo: may('arrival.undo'),
    },
    timeZone: actor.centre.timeZone,
    idleMinutes: idleMinutesOf(actor.centre.settings, actor.sharedDevice !== undefined),
    key: formKey(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitAtDesk(web, request);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(submitted.to);
}

export default function DeskPage() {
  const t = useText('front-desk');
  const { language } = usePageTexts();
  const board = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [asked] = useSearchParams();
  // The form is emptied by a ticket given, never by what happens elsewhere on the board while somebody types.
  const added = asked.get('arrival') ?? '';
  const [lastAdded, setLastAdded] = useState(added);
  if (added !== '' && added !== lastAdded) setLastAdded(added);
  const { minutesSince } = useLiveBoard({
    stamp: board.stamp,
    siteId: board.site.id,
    now: board.now,
    idleMinutes: board.idleMinutes,
  });
  const { site, sites, waiting, called, done, key } = board;
  const tickets = waiting.length + called.length + done.length;
  const row = { siteId: site.id, may: board.may, me: board.me, timeZone: board.timeZone, minutesSince };
  const callNext = (
    <Form method="post" action={`/staff/desk?do=call-next&site=${site.id}`}>
      <input type="hidden" name="_key" value={`${key}.next`} />
      <input type="hidden" name="siteId" value={site.id} />
      <Button icon="next" disabled={waiting.length === 0}>
        {t('do.callNext')}
      </Button>
    </Form>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        note={[
          site.name,
          formatDay(board.day, { language }),
          t('count.tickets', { count: tickets }),
          t('count.people', { count: board.party }),
        ].join(' · ')}
      >
        <LinkButton tone="quiet" icon="file" to={`/staff/desk/sheet?site=${site.id}`} reloadDocument>
          {t('sheet.link')}
        </LinkButton>
      </PageHeader>
      {sites.length > 1 && (
        <nav className="tabs" aria-label={t('sites')}>
          {sites.map((each) => (
            <Link
              key={each.id}
              to={`/staff?site=${each.id}`}
              aria-current={each.id === site.id ? 'page' : undefined}
            >
              <Bdi>{each.name}</Bdi>
            </Link>
          ))}
        </nav>
      )}
      <div className="desk-said">
        <Said asked={asked} />
        {refused && !refused.ok && refused.form !== 'register' && (
          <Notice tone="danger" title={refused.problem.title} live>
            <p>{refused.problem.next}</p>
          </Notice>
        )}
        {board.questions && <WaitingQuestions {...board.questions} />}
      </div>
      <AddArrival
        siteId={site.id}
        formKey={`${key}.add`}
        form={board.form}
        languages={board.languages}
        clientId={asked.get('client') ?? undefined}
        submitted={refused && !refused.ok && refused.form === 'register' ? refused : undefined}
        startAgain={lastAdded}
      />
      <div className="desk-columns">
        <Card id="waiting" title={t('waiting.title', { count: waiting.length })} aside={callNext}>
          {waiting.length === 0 && <p className="field-hint">{t('waiting.empty')}</p>}
          <ul className="item-list">
            {waiting.map((each) => (
              <ArrivalRow
                key={each.id}
                formKey={`${key}.${each.ticket}`}
                row={each}
                person={board.people[each.id]}
                {...row}
              />
            ))}
          </ul>
        </Card>
        <div className="desk-side">
          <Card id="called" title={t('called.title')}>
            {called.length === 0 && <p className="field-hint">{t('called.empty')}</p>}
            <ul className="item-list">
              {called.map((each) => (
                <ArrivalRow
                  key={each.id}
                  formKey={`${key}.${each.ticket}`}
                  row={each}
                  person={board.people[each.id]}
                  caller={board.names[each.calledBy ?? '']?.name}
                  {...row}
                />
              ))}
            </ul>
          </Card>
          <DoneList rows={done} formKey={`${key}.undo`} {...row} />
        </div>
      </div>
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
    </>
  );
}

const sayings = ['called', 'served', 'left', 'undone', 'linked'] as const;

/** What the last press did, with the ticket to hand out. */
function Said({ asked }: { asked: URLSearchParams }) {
  const t = useText('front-desk');
  const added = asked.get('added');
  const ticket = asked.get('ticket') ?? '';
  const arrivalId = asked.get('arrival');
  if (added && arrivalId) {
    return (
      <Notice tone="success" title={t('add.done', { ticket: added })} live>
        <p className="toolbar">
          <span>{t('add.doneText')}</span>
          <LinkButton
            size="small"
            icon="print"
            to={`/staff/desk/${arrivalId}/ticket`}
            reloadDocument
            target="_blank"
          >
            {t('add.print')}
          </LinkButton>
        </p>
      </Notice>
    );
  }
  const saying = sayings.find((each) => each === asked.get('said'));
  return saying ? (
    <Notice tone="success" live>
      {t(`said.${saying}`, { ticket })}
    </Notice>
  ) : null;
}
