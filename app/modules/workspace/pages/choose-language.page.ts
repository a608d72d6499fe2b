import { type ActionFunctionArgs, redirect } from 'react-router';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { localPath } from '#platform/web/local-path.ts';
import { webContext } from '#platform/web/web-context.ts';

const oneYear = 365 * 24 * 3600;

/** Keeps the reading language in this browser and goes back to where one was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get('language');
  if (isInterfaceLanguage(language)) context.get(webContext).cookies.set('serai-language', language, oneYear);
  return redirect(localPath(form.get('next'), '/'));
}

export function loader() {
  return redirect('/');
}
