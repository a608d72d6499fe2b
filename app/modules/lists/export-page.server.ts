import { redirectDocument } from 'react-router';
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { keptFilter, type ExportedList, lists } from './list.ts';
import type { ListFrame } from './load-list-frame.server.ts';
import { exportList } from './operations/export-list.server.ts';

/** What the page before an export shows: how many there will be, of what, and which columns. */
export const exportPage = (web: Web, { list, columns, inWords, query }: ListFrame, count: number) => ({
  list,
  count,
  inWords,
  query,
  chosen: columns,
  offered: [...columns, ...lists[list].columns.filter((column) => !columns.includes(column))],
  key: formKey(),
  needsCode: needsCode(web),
});
export type ExportPage = ReturnType<typeof exportPage>;

/** Takes the reason and goes on to the file. @returns the refused form */
export async function submitExport(web: Web, request: Request, list: ExportedList): Promise<RefusedForm> {
  const filter = keptFilter(list, web.url.searchParams);
  const submitted = await submitSteppedUp(web, request, exportList, ({ input }) => ({
    list,
    format: input['format'],
    columns: [input['columns'] ?? []].flat(),
    filter,
    reason: input['reason'],
  }));
  if (!submitted.ok) return submitted;
  throw redirectDocument(`${lists[list].to}/export/${submitted.result.exportId}`);
}
