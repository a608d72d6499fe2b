import { expect, test } from 'vitest';
import { judgeFileName } from './file-names.ts';

test.each([
  ['app/modules/contacts/utils.ts', 'does not say'],
  ['app/modules/contacts/contact-service.server.ts', 'does not say'],
  ['app/platform/shared/words.ts', 'does not say'],
  ['app/modules/contacts/operations/RecordContact.server.ts', 'kebab'],
  ['app/modules/contacts/operations/nested/record-contact.server.ts', 'no kind'],
  ['app/modules/contacts/operations/record-contact.ts', 'no kind'],
  ['app/modules/contacts/pages/contact.tsx', 'no kind'],
  ['app/modules/contacts/hooks/use-contact.ts', 'no kind'],
  ['app/modules/contacts/contacts.json', 'no kind'],
  ['src/index.ts', 'not in the plan'],
  ['migrations/main/12-contacts.sql', 'a migration'],
])('%s is refused', (file, reason) => {
  expect(judgeFileName(file)).toContain(reason);
});

test.each([
  'app/modules/contacts/README.md',
  'app/modules/contacts/index.server.ts',
  'app/modules/contacts/contact.queries.server.ts',
  'app/modules/contacts/operations/record-contact.server.ts',
  'app/modules/contacts/operations/record-contact.test.ts',
  'app/modules/contacts/queries/list-contacts.query.server.ts',
  'app/modules/contacts/pages/contact-new.page.tsx',
  'app/modules/contacts/components/contact-form.tsx',
  'app/platform/language/local-day.ts',
  'app/platform/code-lists/service-list.ts',
  'app/modules/centres/operations/set-centre-services.server.ts',
  'migrations/main/0004-contacts.sql',
  'vite.config.ts',
  'package.json',
])('%s is fine', (file) => {
  expect(judgeFileName(file)).toBeUndefined();
});
