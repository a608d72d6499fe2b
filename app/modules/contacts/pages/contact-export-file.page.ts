import type { LoaderFunctionArgs } from 'react-router';
import { exportFile, listWords } from '#modules/lists/index.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { contactCell } from '../contact-cell.ts';
import { exportContacts } from '../queries/export-contacts.query.server.ts';

/** The contacts as a file, for whoever gave a reason some minutes ago. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const exportId = params['contactExportId'] ?? '';
  const words = listWords(web);
  return exportFile(
    web,
    actor,
    'contacts',
    (after) => web.read(exportContacts, { exportId, after }),
    (row, column) => contactCell(row, column, words),
  );
}
