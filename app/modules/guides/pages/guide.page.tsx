import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { GuideLanguages } from '../components/guide-languages.tsx';
import { GuideShelf } from '../components/guide-shelf.tsx';
import { GuideState } from '../components/guide-state.tsx';
import { GuideVersions } from '../components/guide-versions.tsx';
import { LinkCheck } from '../components/link-check.tsx';
import { NextStepCard } from '../components/next-step-card.tsx';
import { OutlineCard } from '../components/outline-card.tsx';
import { PhonePreview } from '../components/phone-preview.tsx';
import { corridorName, sectionNames } from '../guide-options.server.ts';
import { loadGuide } from '../load-guide.server.ts';
import { archiveGuide } from '../operations/archive-guide.server.ts';
import { reopenGuide } from '../operations/reopen-guide.server.ts';
import { reviewGuide } from '../operations/review-guide.server.ts';

const acts = { archive: archiveGuide, reopen: reopenGuide, review: reviewGuide };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const view = await loadGuide(web, params['pageId']);
  const { page, source, may, nameOf } = view;
  return {
    page: {
      id: page.id,
      slug: page.slug,
      type: page.type,
      origin: page.origin,
      state: page.state,
      risk_class: page.risk_class,
      published_version: page.published_version,
      review_due: page.review_due,
      verified_on: page.verified_on,
      version: page.version,
      outline: page.outline,
      source_language: page.source_language,
    },
    isArchived: page.archived_at !== null,
    note: page.return_note,
    title: source.title,
    summary: source.summary,
    isOverdue: view.isOverdue,
    section: sectionNames(web)[page.section],
    corridor: corridorName(page.corridor_from, page.corridor_to, web.language),
    hands: {
      edited: nameOf(page.edited_by),
      submitted: nameOf(page.submitted_by),
      approved: nameOf(page.approved_by),
      published: nameOf(page.published_by),
    },
    next: view.next,
    translations: view.translations,
    languages: publicLanguages,
    audio: view.audio.map(({ language }) => language),
    versions: [...new Set(view.versions.map(({ version }) => version))].map((version) => {
      const rows = view.versions.filter((row) => row.version === version);
      return {
        version,
        languages: rows.map(({ language }) => language),
        // The first version cannot change what anybody was told.
        substance: version > 1 && rows.some(({ substance }) => substance),
        note: rows[0]?.change_note ?? null,
        by: nameOf(rows[0]?.published_by),
        on: rows[0]?.published_at.toISOString().slice(0, 10) ?? '',
      };
    }),
    linkedFrom: view.linkedFrom,
    check: { quotes: view.quotes, linksTo: view.linksTo, factCodes: Object.keys(view.facts) },
    tasks: view.tasks.map(({ id, kind, note, due_on }) => ({ id, kind, note, due: due_on })),
    may: {
      edit: may('guide.edit'),
      review: may('guide.review'),
      archive: may('guide.archive'),
      audio: may('guide.add-audio'),
      translate: may('guide.translate'),
      publish: may('guide.publish'),
    },
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const what = new URL(request.url).searchParams.get('do') ?? '';
  const operation = Object.hasOwn(acts, what) ? acts[what as keyof typeof acts] : undefined;
  if (!operation) throw notFound();
  const pageId = params['pageId'] ?? '';
  const submitted = await submitForm(web, request, operation as typeof reviewGuide, ({ input }) => ({
    ...input,
    pageId,
    version: Number(input['version']),
  }));
  if (submitted.ok) throw redirect(`/staff/guides/${pageId}?done=${what}`);
  return data({ ...submitted, what }, submitted.problem.status);
}

const saidDone = ['archive', 'reopen', 'review', 'submit', 'approve', 'return', 'publish', 'alone'];

/** One page: where it stands, what is next and who may, and everything that hangs on it. */
export default function GuidePage() {
  const t = useText('guides');
  const { language } = usePageTexts();
  const [asked] = useSearchParams();
  const view = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refusedOf = (what: string) => (submitted?.what === what ? submitted : undefined);
  const { page, may, hands } = view;
  const isOut = page.published_version !== null && !view.isArchived;
  const newTexts = view.translations.filter(({ isNew }) => isNew).length;
  const done = asked.get('done') ?? '';
  return (
    <>
      <PageHeader
        title={<Bdi lang={page.source_language}>{view.title}</Bdi>}
        tabTitle={t('list.title')}
        note={<Bdi lang={page.source_language}>{view.summary}</Bdi>}
        back={{ to: '/staff/guides', label: t('list.title') }}
      >
        {may.edit && !view.isArchived && (
          <LinkButton icon="edit" to={`/staff/guides/${page.id}/edit`}>
            {t('edit.title')}
          </LinkButton>
        )}
      </PageHeader>
      {saidDone.includes(done) && !submitted && (
        <Notice tone="success" live>
          {t(`done.${done}`)}
        </Notice>
      )}
      <p className="my-4">
        <GuideState page={page} isOverdue={view.isOverdue} isArchived={view.isArchived} />
      </p>
      {view.note && (page.state === 'draft' || view.isArchived) && (
        <Notice tone="attention" title={t(view.isArchived ? 'archive.why' : 'edit.returned')}>
          <p className="prose">
            <Bdi>{view.note}</Bdi>
          </p>
        </Notice>
      )}
      <div className="mb-6 mt-4">
        <NextStepCard
          next={view.next}
          pageId={page.id}
          version={page.version}
          author={hands.edited ?? hands.submitted}
          isRisk={page.risk_class === 'risk'}
          formKey={`${view.key}.n`}
          submitted={refusedOf(view.next.step)}
        />
      </div>
      {page.state === 'published' && newTexts > 0 && may.publish && (
        <div className="mb-6">
          <Notice title={t('next.translations.title', { count: newTexts })}>
            <p className="mt-2">
              <LinkButton to={`/staff/guides/${page.id}/publish`}>{t('next.translations.action')}</LinkButton>
            </p>
          </Notice>
        </div>
      )}
      <div className="form-columns">
        <div>
          <Card id="about" title={t('about.title')}>
            <Facts
              facts={[
                { label: t('form.section'), value: view.section },
                { label: t('form.type'), value: t(`type.${page.type}`) },
                { label: t('about.corridor'), value: view.corridor },
                { label: t('form.slug'), value: <Bdi ltr>{page.slug}</Bdi> },
                { label: t('about.origin'), value: t(`origin.${page.origin}`) },
                { label: t('about.edited'), value: hands.edited && <Bdi>{hands.edited}</Bdi> },
                { label: t('about.submitted'), value: hands.submitted && <Bdi>{hands.submitted}</Bdi> },
                { label: t('about.approved'), value: hands.approved && <Bdi>{hands.approved}</Bdi> },
                { label: t('about.published'), value: hands.published && <Bdi>{hands.published}</Bdi> },
                {
                  label: t('about.verified'),
                  value: page.verified_on && formatDay(page.verified_on, { language }),
                },
                { label: t('about.due'), value: page.review_due && formatDay(page.review_due, { language }) },
              ]}
            />
            {isOut && may.review && view.next.step !== 'review' && (
              <PageForm
                action="?do=review"
                formKey={`${view.key}.r`}
                submitted={refusedOf('review')}
                className="mt-4"
              >
                <input type="hidden" name="version" value={page.version} />
                <div>
                  <SubmitButton tone="secondary" size="small" icon="check">
                    {t('next.review.action')}
                  </SubmitButton>
                </div>
              </PageForm>
            )}
          </Card>
          <GuideLanguages
            pageId={page.id}
            slug={page.slug}
            sourceLanguage={page.source_language}
            isOut={isOut}
            languages={view.languages}
            translations={view.translations}
            audio={view.audio}
            mayTranslate={may.translate && !view.isArchived && page.origin !== 'outline'}
          />
          {may.audio && !view.isArchived && (
            <p>
              <LinkButton to={`/staff/guides/${page.id}/audio`} size="small">
                {t('audio.title')}
              </LinkButton>
            </p>
          )}
          {view.tasks.length > 0 && (
            <Card id="tasks" title={t('tab.tasks')}>
              <ul className="plain-list">
                {view.tasks.map((task) => (
                  <li key={task.id} className="py-1">
                    <Link to="/staff/guides/tasks">{t(`tasks.kind.${task.kind}`)}</Link>{' '}
                    {task.due && formatDay(task.due, { language }, 'short')}{' '}
                    {task.note && <Bdi>{task.note}</Bdi>}
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <GuideVersions pageId={page.id} versions={view.versions} />
          {may.archive && !view.isArchived && (
            <GuideShelf version={page.version} formKey={`${view.key}.a`} submitted={refusedOf('archive')} />
          )}
        </div>
        <div>
          {page.outline && <OutlineCard outline={page.outline} />}
          <PhonePreview
            pageId={page.id}
            languages={[page.source_language, ...view.translations.map((each) => each.language)]}
            language={page.source_language}
            version={String(page.version)}
          />
          <LinkCheck {...view.check} />
          {view.linkedFrom.length > 0 && (
            <Card id="linked" title={t('about.linkedFrom')}>
              <ul className="plain-list">
                {view.linkedFrom.map((each) => (
                  <li key={each.id} className="py-1">
                    <Link to={`/staff/guides/${each.id}`}>
                      <Bdi>{each.title}</Bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
