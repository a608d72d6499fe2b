import { type LoaderFunctionArgs, redirect } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';

/** The month stood here before it became statistics of any period. */
export function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context.get(webContext));
  return redirect('/staff/statistics', 301);
}
