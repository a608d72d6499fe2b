import type { ActionFunctionArgs } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { saveDraft } from '../operations/save-draft.server.ts';

/** Takes what a form's script keeps. No page: only this address to send to. */
export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const sent = await request.formData();
  return web.execute(saveDraft, {
    form: sent.get('form'),
    subjectId: sent.get('subjectId'),
    fields: parsed(sent.get('fields')),
  });
}

function parsed(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    return undefined;
  }
}
