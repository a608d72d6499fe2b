import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exportPage, loadListFrame, readFilter, submitExport } from '#modules/lists/index.server.ts';
import { ExportForm } from '#modules/lists/index.tsx';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { clientFilter, clientFilterSchema } from '../client-filter.ts';
import { countClients } from '../queries/export-clients.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const filter = clientFilterSchema.parse(readFilter(clientFilter, web.url.searchParams));
  const count = await web.read(countClients, filter);
  return exportPage(web, await loadListFrame(web, actor, 'people', filter), count);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const refused = await submitExport(web, request, 'people');
  return data(refused, refused.problem.status);
}

export default function PeopleExportPage() {
  return <ExportForm page={useLoaderData<typeof loader>()} submitted={useActionData<typeof action>()} />;
}
