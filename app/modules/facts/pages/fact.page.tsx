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
import { staffNames } from '#modules/staff/index.server.ts';
import { publicLanguages, sourceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { FactCheck } from '../components/fact-check.tsx';
import { FactConflicts } from '../components/fact-conflicts.tsx';
import { FactDetails } from '../components/fact-details.tsx';
import { FactHistory } from '../components/fact-history.tsx';
import { FactMarks } from '../components/fact-marks.tsx';
import { FactRetire } from '../components/fact-retire.tsx';
import { FactSentences } from '../components/fact-sentences.tsx';
import { factChanges } from '../fact-changes.ts';
import { factWords } from '../fact-options.server.ts';
import { confirmFact } from '../operations/confirm-fact.server.ts';
import { noteConflict } from '../operations/note-conflict.server.ts';
import { retireFact } from '../operations/retire-fact.server.ts';
import { settleConflict } from '../operations/settle-conflict.server.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';

const acts = { confirm: confirmFact, note: noteConflict, settle: settleConflict, retire: retireFact };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const view = await web.read(viewFact, { factId: params['factId'] ?? '' });
  const { fact, versions } = view;
  const people = [fact.changed_by, fact.checked_by, ...versions.map((each) => each.changed_by)];
  // Who reads figures alone learns no names.
  const names = web.house.policy.mayEver(actor, 'staff.names')
    ? await web.read(staffNames, { ids: [...new Set(people.filter((id) => id !== null))] })
    : {};
  const nameOf = (id: string | null) => (id ? names[id]?.name : undefined);
  const may = (act: string) => web.house.policy.mayEver(actor, act);
  return {
    ...view,
    words: factWords(fact, web),
    checkedBy: nameOf(fact.checked_by),
    isOwn: view.hasOthers && fact.changed_by === actor.staffId && fact.checked_on === null,
    versions: versions.map((each, at) => ({
      version: each.version,
      reason: each.reason,
      substance: each.substance,
      at: each.changed_at.toISOString().slice(0, 10),
      by: nameOf(each.changed_by),
      changes: factChanges(each.snapshot, versions[at - 1]?.snapshot ?? { ...fact }),
    })),
    languages: publicLanguages.filter((code) => code !== sourceLanguage),
    may: {
      change: may('fact.change'),
      confirm: may('fact.confirm'),
      retire: may('fact.retire'),
      conflict: may('fact.note-conflict'),
      translate: may('fact.translate'),
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
  const factId = params['factId'] ?? '';
  const submitted = await submitForm(web, request, operation as typeof confirmFact, ({ input }) => ({
    ...input,
    factId,
    version: Number(input['version']),
  }));
  if (submitted.ok) throw redirect(`/staff/facts/${factId}?done=${what}`);
  return data({ ...submitted, what }, submitted.problem.status);
}

/** One fact: what it says, how far to trust it, who quotes it, how it came to be. */
export default function FactPage() {
  const t = useText('facts');
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refusedOf = (what: string) => (submitted?.what === what ? submitted : undefined);
  const { fact, words, may } = page;
  const done = asked.get('done');
  const isRetired = fact.retired_at !== null;
  return (
    <>
      <PageHeader
        title={words.value ? <Bdi>{words.value}</Bdi> : t(`kind.${fact.kind}`)}
        tabTitle={fact.code}
        note={<Bdi lang="en">{fact.statement}</Bdi>}
        back={{ to: '/staff/facts', label: t('list.title') }}
      >
        {may.change && !isRetired && (
          <LinkButton icon="edit" to="change">
            {t('change.title')}
          </LinkButton>
        )}
      </PageHeader>
      {done &&
        !submitted &&
        ['add', 'change', 'confirm', 'note', 'settle', 'retire', 'translate'].includes(done) && (
          <Notice tone="success" live>
            {t(`done.${done}`)}
          </Notice>
        )}
      <p className="my-4">
        <FactMarks
          fact={fact}
          isOverdue={page.isOverdue}
          hasConflict={page.conflicts.length > 0}
          isRetired={isRetired}
        />
      </p>
      <div className="form-columns">
        <div>
          <FactDetails fact={fact} where={words.where} checkedBy={page.checkedBy} />
          {page.pages.length > 0 ? (
            <Card id="quoted" title={t('quoted.title', { count: page.pages.length })}>
              <ul className="plain-list">
                {page.pages.map((each) => (
                  <li key={each.id} className="py-1">
                    <Link to={`/staff/guides/${each.id}`}>
                      <Bdi>{each.title}</Bdi>
                    </Link>{' '}
                    {each.published_version === null && <Badge>{t('quoted.draft')}</Badge>}
                  </li>
                ))}
              </ul>
            </Card>
          ) : (
            <p className="text-ink-soft">{t('quoted.none')}</p>
          )}
          <FactSentences
            texts={page.texts}
            languages={page.languages}
            version={fact.version}
            mayTranslate={may.translate && !isRetired}
          />
          <FactHistory versions={page.versions} />
        </div>
        <div>
          {!isRetired && may.confirm && (
            <FactCheck
              fact={fact}
              isOverdue={page.isOverdue}
              isOwn={page.isOwn}
              formKey={`${page.key}.c`}
              submitted={refusedOf('confirm')}
            />
          )}
          <FactConflicts
            conflicts={page.conflicts}
            mayChange={may.conflict && !isRetired}
            formKey={page.key}
            submitted={refusedOf('note')}
          />
          {!isRetired && may.retire && (
            <FactRetire version={fact.version} formKey={`${page.key}.r`} submitted={refusedOf('retire')} />
          )}
        </div>
      </div>
    </>
  );
}
