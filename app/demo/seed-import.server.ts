import { checkFile } from '#modules/imports/check-file.server.ts';
import { runImport } from '#modules/imports/jobs.server.ts';
import { mapColumns } from '#modules/imports/operations/map-columns.server.ts';
import { startImport } from '#modules/imports/operations/start-import.server.ts';
import { uploadImport } from '#modules/imports/operations/upload-import.server.ts';
import { viewImport } from '#modules/imports/queries/view-import.query.server.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isTold } from './is-told.server.ts';
import { oldRegister } from './old-register.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

/** The register of an office that the centre took over: let in, but for the lines that nobody can read. */
export async function seedImport(house: House, centre: DemoCentre, firstDay: string): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator || (await isTold(house, coordinator, 'register_import'))) return;
  const proven = { ...coordinator, steppedUpAt: house.clock.now() };
  const { importId } = await execute(house, uploadImport, proven, {
    file: new UploadedFile(new TextEncoder().encode(oldRegister(firstDay))),
    name: 'Almond Quarter register.csv',
  });
  const view = () => read(house, viewImport, proven, { importId });
  const { settings, version } = await view();
  await execute(house, mapColumns, proven, {
    importId,
    version,
    columns: settings?.columns,
    usual: settings?.usual,
    consent: { stated: 'none' },
  });
  await checkFile(house, importId, proven.centre.id);
  const checked = await view();
  await execute(house, startImport, proven, { importId, version: checked.version });
  await runImport(house, importId, proven.centre.id);
}
