import { type LoaderFunctionArgs, redirect, useLoaderData, useSearchParams } from 'react-router';
import { householdOf } from '#modules/households/index.server.ts';
import { HouseholdSummary } from '#modules/households/index.tsx';
import { isProblem } from '#platform/problem.ts';
import { disclosuresOfClient } from '#modules/disclosure-requests/index.server.ts';
import { AskedByOthers } from '#modules/disclosure-requests/index.tsx';
import { textIn } from '#modules/centres/index.server.ts';
import { transferOfClient } from '#modules/transfers/index.server.ts';
import { EmergencyNotice } from '#modules/oversight/index.tsx';
import { TransferNote } from '#modules/transfers/index.tsx';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { OpenMatters } from '../components/open-matters.tsx';
import { PersonFacts } from '../components/person-facts.tsx';
import { PersonBadges } from '../components/person-line.tsx';
import { PersonTimeline } from '../components/person-timeline.tsx';
import { SafeContactPanel } from '../components/safe-contact-panel.tsx';
import '../components/clients.css';
import '../components/person.css';
import { mayKeepFile } from '../consent.ts';
import { personStory } from '../person-story.ts';
import { viewClient } from '../queries/view-client.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const clientId = params['clientId'] ?? '';
  const file = await web.read(viewClient, { clientId }).catch((error: unknown) => {
    // An old address leads to the file that was kept, and says so there.
    if (isProblem(error) && error.code === 'clients.merged' && error.params['survivor'])
      throw redirect(`/staff/people/${error.params['survivor']}?merged=${clientId}`);
    throw error;
  });
  const may = (action: string) =>
    web.house.policy.decide(actor, action, [...file.relations, 'centre']) !== undefined;
  const transfer = may('transfer.of-client')
    ? await web.read(transferOfClient, { clientId: file.summary.id })
    : undefined;
  return {
    ...file,
    transfer: transfer?.latest && {
      ...transfer.latest,
      centre: textIn(transfer.latest.centre, web.language),
    },
    timeZone: actor.centre.timeZone,
    emergencyKey: formKey(),
    household: may('household.of') ? await web.read(householdOf, { clientId }) : undefined,
    askedByOthers: may('disclosure-request.of-client')
      ? (await web.read(disclosuresOfClient, { clientId: file.summary.id })).requests
      : [],
    may: {
      edit: may('client.update'),
      safeContact: may('client.set-safe-contact'),
      consent: may('consent.list'),
      card: may('client.card'),
      contact: may('contact.record'),
      followUp: may('follow-up.plan'),
      access: may('client.who-looked'),
      restrict: may('client.readers'),
      request: may('request.record'),
      disclosure: may('disclosure-request.record'),
      hold: may('hold.of-client'),
      move: transfer?.others === true && (!transfer.latest || transfer.latest.standing === 'came'),
    },
  };
}

export default function PersonPage() {
  const t = useText('clients');
  const file = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const { summary, may } = file;
  const at = `/staff/people/${summary.id}`;
  const from = file.mergedFiles.find(({ id }) => id === asked.get('merged'));
  const story = personStory(file.contacts, file.history, file.changes, {
    at: file.facts.recordedAt,
    by: file.facts.registeredBy,
  });
  return (
    <>
      <title>{summary.fileNo}</title>
      <PageHeader
        title={<Bdi>{summary.name}</Bdi>}
        note={
          <>
            <span className="number">
              <Bdi ltr>{summary.fileNo}</Bdi>
            </span>{' '}
            <PersonBadges person={summary} />
            {file.mergedFiles.length > 0 && (
              <>
                {' '}
                <span>{t('view.merged-numbers')}</span>{' '}
                <span className="number">
                  <Bdi ltr>{file.mergedFiles.map(({ fileNo }) => fileNo).join('  ')}</Bdi>
                </span>
              </>
            )}
          </>
        }
        back={{ to: '/staff/people', label: t('people.title') }}
      >
        {may.contact && (
          <LinkButton tone="primary" icon="contacts" to={`/staff/contacts/new?client=${summary.id}`}>
            {t('view.record-contact')}
          </LinkButton>
        )}
        {may.followUp && (
          <LinkButton icon="follow-ups" to={`/staff/follow-ups/new?client=${summary.id}`}>
            {t('view.follow-up')}
          </LinkButton>
        )}
        {may.consent && (
          <LinkButton icon="check" to={`${at}/consent`}>
            {t('view.consent')}
          </LinkButton>
        )}
        {may.card && (
          <LinkButton icon="file" to={`${at}/card`}>
            {t('view.card')}
          </LinkButton>
        )}
      </PageHeader>
      <div className="page-stack">
        {asked.has('registered') && (
          <Notice tone="success" title={t('view.registered', { fileNo: summary.fileNo })} live>
            <p className="toolbar">
              <LinkButton size="small" to={`/staff/contacts/new?client=${summary.id}`}>
                {t('view.record-contact')}
              </LinkButton>
              <LinkButton size="small" to={`${at}/card`}>
                {t('view.card')}
              </LinkButton>
              <LinkButton size="small" icon="print" to={`${at}/consent-form.pdf`} reloadDocument>
                {t('consent.print-form')}
              </LinkButton>
            </p>
          </Notice>
        )}
        {from && (
          <Notice title={t('view.merged', { fileNo: from.fileNo })} live>
            <p>{t('view.merged-text')}</p>
          </Notice>
        )}
        {asked.has('saved') && <Notice tone="success" title={t('common:form.saved')} live />}
        <TransferNote latest={file.transfer} />
        {file.emergency && (
          <EmergencyNotice emergency={file.emergency} timeZone={file.timeZone} formKey={file.emergencyKey} />
        )}
        {!file.linked && !file.emergency && (
          <Notice title={t('view.not-linked')}>
            <p>
              {t('view.not-linked-text')} {t('view.not-linked-told')}
            </p>
          </Notice>
        )}
        <SafeContactPanel
          clientId={summary.id}
          safe={file.identity}
          reach={file.reach}
          mayEdit={may.safeContact}
        />
        {file.household && (
          <HouseholdSummary
            clientId={summary.id}
            guardianState={file.household.guardianState}
            households={file.household.households}
          />
        )}
        <OpenMatters
          clientId={summary.id}
          today={file.today}
          followUps={file.followUps}
          openQuestions={file.openQuestions}
          fileAllowed={mayKeepFile(file.consents, file.today)}
          suspectedDuplicates={file.suspectedDuplicates}
        />
      </div>
      <div className="person-columns">
        <section aria-labelledby="story-title">
          <h2 id="story-title">{t('story.title')}</h2>
          <PersonTimeline story={story} timeZone={file.timeZone} />
        </section>
        <div>
          <AskedByOthers requests={file.askedByOthers} timeZone={file.timeZone} />
          <PersonFacts summary={summary} identity={file.identity} facts={file.facts} mayEdit={may.edit} />
          <nav className="person-more" aria-label={t('view.more')}>
            {may.access && (
              <LinkButton tone="quiet" size="small" icon="audit" to={`${at}/access`}>
                {t('view.access')}
              </LinkButton>
            )}
            {may.move && (
              <LinkButton tone="quiet" size="small" icon="transfers" to={`${at}/transfer`}>
                {t('transfers:note.move')}
              </LinkButton>
            )}
            {may.request && (
              <LinkButton tone="quiet" size="small" icon="requests" to={`${at}/request`}>
                {t('erasures:new.title')}
              </LinkButton>
            )}
            {may.disclosure && (
              <LinkButton
                tone="quiet"
                size="small"
                icon="lock"
                to={`/staff/disclosure-requests/new?client=${summary.id}`}
              >
                {t('disclosure-requests:person.new')}
              </LinkButton>
            )}
            {may.hold && (
              <LinkButton tone="quiet" size="small" icon="file" to={`${at}/hold`}>
                {t('retention:hold.title')}
              </LinkButton>
            )}
            {may.restrict && (
              <LinkButton tone="quiet" size="small" icon="lock" to={`${at}/readers`}>
                {t(summary.restricted ? 'view.readers' : 'view.restrict')}
              </LinkButton>
            )}
          </nav>
        </div>
      </div>
    </>
  );
}
