import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { CentreTabs } from '../components/centre-tabs.tsx';
import { DifferenceNotice } from '../components/difference-notice.tsx';
import { SavedToast } from '../components/saved-toast.tsx';
import { SettingFields } from '../components/setting-fields.tsx';
import { differencesOf } from '../form-difference.ts';
import { settingFormValues, settingsOfForm } from '../settings-form.ts';
import { mayUseCentre } from '../may-use-centre.ts';
import { setCentreSettings } from '../operations/set-centre-settings.server.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { requireEditor } from '../require-editor.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireEditor(web);
  const { settings, version } = await web.read(viewCentre, {});
  return { key: formKey(), settings, version, may: mayUseCentre(web.house.policy, actor) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireEditor(web);
  let values: Record<string, unknown> = {};
  const submitted = await submitForm(web, request, setCentreSettings, ({ input }) => ({
    values: (values = settingsOfForm(input)),
    version: input['version'],
  }));
  if (submitted.ok) throw redirect('/staff/centre/settings?saved');
  const saved = submitted.problem.code === 'conflict.version' ? await web.read(viewCentre, {}) : undefined;
  const conflict = saved && {
    version: saved.version,
    differences: differencesOf(settingFormValues(saved.settings), settingFormValues(values)),
  };
  return data({ ...submitted, conflict }, submitted.problem.status);
}

/** The centre's times, thresholds and habits. */
export default function CentreSettingsPage() {
  const t = useText('centres');
  const { key, settings, version, may } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const conflict = submitted?.conflict;
  return (
    <div className="page">
      <SavedToast />
      <PageHeader title={t('settings.title')} note={t('settings.note')} />
      <CentreTabs may={may} />
      <PageForm
        formKey={key}
        submitted={conflict ? undefined : submitted}
        values={conflict && submitted?.values}
      >
        {conflict && (
          <DifferenceNotice
            differences={conflict.differences.map(({ name, saved, typed }) => ({
              label: t(`setting.${name}.label`),
              saved,
              typed,
            }))}
          />
        )}
        <input type="hidden" name="version" value={conflict?.version ?? version} />
        <SettingFields stored={settings} />
        <div className="form-actions">
          <SubmitButton hint>{t(conflict ? 'difference.keep-mine' : 'common:action.save')}</SubmitButton>
        </div>
      </PageForm>
    </div>
  );
}
