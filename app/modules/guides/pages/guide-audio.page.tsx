import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { refuseForm, submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { maxAudioBytes } from '../clean-audio.ts';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { loadGuide } from '../load-guide.server.ts';
import { addAudio } from '../operations/add-audio.server.ts';
import { removeAudio } from '../operations/remove-audio.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { may, page, source, texts, audio, nameOf } = await loadGuide(web, params['pageId']);
  if (!may('guide.add-audio')) throw forbidden();
  return {
    pageId: page.id,
    title: source.title,
    sourceLanguage: page.source_language,
    languages: texts.map(({ language }) => language),
    audio: audio.map((row) => ({
      language: row.language,
      by: nameOf(row.added_by),
      src: `/staff/guides/${page.id}/audio/${row.language}?f=${row.file_id.slice(0, 8)}`,
    })),
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const pageId = params['pageId'] ?? '';
  const here = `/staff/guides/${pageId}/audio`;
  if (new URL(request.url).searchParams.get('do') === 'remove') {
    const removed = await submitForm(web, request, removeAudio, ({ input }) => ({ ...input, pageId }));
    if (removed.ok) throw redirect(`${here}?done=remove`);
    return data(removed, removed.problem.status);
  }
  const form = await request.formData();
  try {
    const { input, files, idempotencyKey } = readFormData(form);
    const file = await UploadedFile.read(files.get('file') ?? [], 'file', maxAudioBytes);
    await web.execute(addAudio, { pageId, language: input['language'], file }, { idempotencyKey });
  } catch (error) {
    const language = form.get('language');
    const refused = refuseForm(web, error, { language: typeof language === 'string' ? language : '' });
    return data(refused, refused.problem.status);
  }
  throw redirect(`${here}?done=add`);
}

/** Recordings for those who read with difficulty: one for each language. */
export default function GuideAudioPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const done = asked.get('done');
  return (
    <>
      <PageHeader
        title={t('audio.title')}
        note={<Bdi lang={page.sourceLanguage}>{page.title}</Bdi>}
        back={{ to: `/staff/guides/${page.pageId}`, label: t('edit.back') }}
      />
      {done && !submitted && (
        <Notice tone="success" live>
          {t(done === 'remove' ? 'done.audioRemove' : 'done.audioAdd')}
        </Notice>
      )}
      <div className="form-columns mt-4">
        <Card id="add" title={t('audio.add')}>
          <PageForm formKey={page.key} submitted={submitted} labels={labels} encType="multipart/form-data">
            <p>{t('audio.text')}</p>
            <Select
              name="language"
              label={t('form.language')}
              options={page.languages.map((value) => ({ value, label: interfaceLanguage(value).ownName }))}
              defaultValue={page.sourceLanguage}
            />
            <TextField
              name="file"
              type="file"
              label={t('form.file')}
              hint={t('form.file-hint')}
              accept="audio/mpeg,audio/ogg,audio/mp4,.mp3,.ogg,.opus,.m4a"
            />
            <div>
              <SubmitButton>{t('audio.save')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
        <Card id="there" title={t('audio.there')}>
          {page.audio.length === 0 && <p>{t('audio.none')}</p>}
          <ul className="item-list">
            {page.audio.map((each) => (
              <li key={each.language} className="item">
                <p className="item-head">
                  <bdi lang={each.language}>{interfaceLanguage(each.language).ownName}</bdi>
                  {each.by && (
                    <span className="text-ink-soft">
                      <Bdi>{each.by}</Bdi>
                    </span>
                  )}
                </p>
                {/* The page itself is the text of what is said. */}
                {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what is heard is the page itself */}
                <audio controls preload="none" src={each.src} className="w-full" />
                <PageForm action="?do=remove" formKey={`${page.key}.${each.language}`}>
                  <input type="hidden" name="language" value={each.language} />
                  <div>
                    <SubmitButton tone="secondary" size="small">
                      {t('audio.remove')}
                    </SubmitButton>
                  </div>
                </PageForm>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
