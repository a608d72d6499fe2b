import type { LoaderFunctionArgs } from 'react-router';
import { exportFile, listWords } from '#modules/lists/index.server.ts';
import { staffNames } from '#modules/staff/index.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { clientCell } from '../client-cell.ts';
import { exportClients } from '../queries/export-clients.query.server.ts';

/** People as a file, for whoever gave a reason some minutes ago. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const exportId = params['peopleExportId'] ?? '';
  const words = listWords(web);
  const colleagues = await web.read(staffNames, {});
  const names = Object.fromEntries(Object.entries(colleagues).map(([id, { name }]) => [id, name]));
  return exportFile(
    web,
    actor,
    'people',
    async (after) => {
      const { people, ...step } = await web.read(exportClients, { exportId, after });
      return { ...step, rows: people };
    },
    (person, column) => clientCell(person, column, words, names),
  );
}
