import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, messyRegister, workbookOf } from '../app/modules/imports/imports.testing.ts';
import { checkFile } from '../app/modules/imports/check-file.server.ts';
import { runImport, undoWholeImport } from '../app/modules/imports/jobs.server.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

const idOf = (url: string) => /\/imports\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';
const centreId = () => journey.centre.centreId;

test('an old register is read, checked, taken in, and taken back', async () => {
  const coordinator = await journey.join('coordinator');
  const { page, go, look } = await journey.visit(coordinator);
  await go('/staff/imports');
  await look('imports-empty');
  await page.getByRole('link', { name: 'Bring a register' }).first().click();
  const title = [['Register of the old office'], [], ['Kept by hand since 1402']];
  const { bytes } = await workbookOf([{ name: 'Register', above: title, rows: messyRegister }]);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'register.xlsx', mimeType: type, buffer: Buffer.from(bytes) });
  await look('import-new');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('heading', { name: 'What the file holds' }).waitFor();
  expect(await page.getByLabel('Row with the headings').inputValue()).toBe('4');
  await look('import-columns');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { name: 'The file is being checked' }).waitFor();
  const importId = idOf(page.url());
  await look('import-checking');
  await checkFile(journey.house, importId, centreId());
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  await look('import-preview');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as CSV' }).first().click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toContain('Idris Wardak');
  await go(`/staff/imports/${importId}/rows?what=alike`);
  await look('import-alike');
  await go(`/staff/imports/${importId}`);
  const start = page.locator('form[action$="do=start"]');
  if ((await start.locator('input[name=code]').count()) > 0)
    await start.locator('input[name=code]').fill(nextCode(journey.house, coordinator.seed));
  await start.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { name: 'The register is being taken in' }).waitFor();
  await runImport(journey.house, importId, centreId());
  await page.getByRole('heading', { name: 'The register is in' }).waitFor();
  await look('import-done');
  const taken = await page.getByRole('main').innerText();
  expect(taken).toContain('People registered');

  const undo = page.locator('form[action$="do=undo"]');
  if ((await undo.locator('input[name=code]').count()) > 0)
    await undo.locator('input[name=code]').fill(nextCode(journey.house, coordinator.seed));
  await undo.getByRole('button', { name: 'Undo the whole import' }).click();
  await page.getByRole('heading', { name: 'The import is being undone' }).waitFor();
  await undoWholeImport(journey.house, importId, centreId());
  await page.getByRole('heading', { name: 'The import was undone' }).waitFor();
  await page.getByText('Nothing of it is left in the register.').waitFor();
  await look('import-undone');
});

test('without script on a phone a CSV goes the same way, and the same file twice is named', async () => {
  const coordinator = await journey.join('coordinator');
  const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  const { page, go, look } = await journey.visit(coordinator, phone);
  const csv = Buffer.from(
    fileOf(
      'نام;جنس;تاریخ تولد;موبایل\nپروانه سدید;زن;۱۳۷۲;۰۷۰۰۹۹۸۸۷۷\nجاوید سدید;مرد;۳۵/۱۵/۱۳۷۰;۰۷۰۰۹۹۸۸۷۸\n',
    ).bytes,
  );
  const bring = async () => {
    await go('/staff/imports/new');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'دفتر.csv', mimeType: 'text/csv', buffer: csv });
    await page.getByRole('button', { name: 'Read the file' }).click();
  };
  await bring();
  await page.getByRole('button', { name: 'Check the file' }).click();
  const importId = idOf(page.url());
  await checkFile(journey.house, importId, centreId());
  await page.getByRole('link', { name: 'Look again' }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  await look('import-preview-phone-plain');
  await page.getByRole('link', { name: 'Look at them' }).first().click();
  await page.getByText('no day, year or age can be read', { exact: false }).first().waitFor();
  await go(`/staff/imports/${importId}`);
  const start = page.locator('form[action$="do=start"]');
  if ((await start.locator('input[name=code]').count()) > 0)
    await start.locator('input[name=code]').fill(nextCode(journey.house, coordinator.seed));
  await start.getByRole('button', { name: 'Start' }).click();
  await runImport(journey.house, importId, centreId());
  await page.getByRole('link', { name: 'Look again' }).click();
  await page.getByText('All rows are in').waitFor();
  await bring();
  await page.getByText('This file was brought before').first().waitFor();
  await look('import-same-file');
});
