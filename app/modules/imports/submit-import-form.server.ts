import { submitSteppedUp } from '#modules/staff/index.server.ts';
import { notFound } from '#platform/problem.ts';
import type { FormInput, FormValue } from '#platform/web/form-data.server.ts';
import { type RefusedForm, submitForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { chooseSheet } from './operations/choose-sheet.server.ts';
import { decideDuplicates } from './operations/decide-duplicates.server.ts';
import { discardImport } from './operations/discard-import.server.ts';
import { mapColumns } from './operations/map-columns.server.ts';
import { mapWords } from './operations/map-words.server.ts';
import { startImport } from './operations/start-import.server.ts';
import { undoImport } from './operations/undo-import.server.ts';

type Done = { ok: true; to: string } | RefusedForm;

/** The forms of one import's page, told apart by `?do=`. */
export async function submitImportForm(web: Web, request: Request, importId: string): Promise<Done> {
  const what = new URL(request.url).searchParams.get('do');
  const here = `/staff/imports/${importId}`;
  const base = ({ input }: FormInput) => ({ importId, version: Number(input['version']) });
  const submitted = await submit();
  return submitted.ok ? { ok: true, to: what === 'discard' ? '/staff/imports' : here } : submitted;

  function submit() {
    switch (what) {
      case 'sheet':
        return submitForm(web, request, chooseSheet, (form) => ({
          ...base(form),
          sheet: Number(form.input['sheet']),
          headerRow: form.input['headerRow'] === undefined ? undefined : Number(form.input['headerRow']),
          encoding: form.input['encoding'],
        }));
      case 'columns':
        return submitForm(web, request, mapColumns, (form) => ({
          ...base(form),
          columns: listOf(form.input['columns'])
            .filter((column) => column['field'] !== undefined)
            .map((column) => ({ ...column, column: Number(column['column']) })),
          usual: form.input['usual'],
          consent: form.input['consent'],
          remember: form.input['remember'] !== undefined,
        }));
      case 'words':
        return submitForm(web, request, mapWords, (form) => ({
          ...base(form),
          words: listOf(form.input['words'])
            .map((word) => (word['code'] === leaveOut ? { ...word, code: '' } : word))
            .filter((word) => word['code'] !== undefined),
        }));
      case 'duplicates':
        return submitForm(web, request, decideDuplicates, (form) => ({ ...form.input, ...base(form) }));
      case 'start':
        return submitSteppedUp(web, request, startImport, base);
      case 'undo':
        return submitSteppedUp(web, request, undoImport, () => ({ importId }));
      case 'discard':
        return submitForm(web, request, discardImport, () => ({ importId }));
      default:
        throw notFound();
    }
  }
}

/** Chosen where a word is to be left out; nothing chosen asks again. */
export const leaveOut = '-';

const listOf = (value: FormValue | undefined): Record<string, FormValue>[] =>
  Array.isArray(value)
    ? value.filter(
        (each): each is Record<string, FormValue> => typeof each === 'object' && !Array.isArray(each),
      )
    : [];
