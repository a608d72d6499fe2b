import { expect, test } from 'vitest';
import { checkRequired } from './required-fields.ts';

const requiring = (...fields: string[]) => ({
  isRequired: (_list: string, field: string) => fields.includes(field),
});

test('what the centre requires is missed at its own field', () => {
  expect(() => checkRequired(requiring('nationalities', 'origin'), { nationalities: [] })).toThrowError(
    expect.objectContaining({
      fields: [
        { path: 'nationalities', code: 'required' },
        { path: 'originCountry', code: 'required' },
      ],
    }),
  );
});

test('status, disability and papers are never required, whatever the rows say', () => {
  expect(() =>
    checkRequired(requiring('legal_status', 'disability', 'id_documents', 'note', 'email'), {}),
  ).not.toThrow();
});

test('what is filled in passes', () => {
  expect(() => checkRequired(requiring('purpose'), { purpose: 'work' })).not.toThrow();
});
