import { type ActionFunctionArgs, redirect } from 'react-router';
import { webContext } from '#platform/web/web-context.ts';
import { signOut } from '../screen.server.ts';

/** Signs out; a look at the address changes nothing. */
export async function action({ context }: ActionFunctionArgs) {
  const web = context.get(webContext);
  await signOut(web.house, web.cookies.sessionToken);
  web.cookies.endSession();
  return redirect('/staff/sign-in');
}

export const loader = () => redirect('/staff');
