import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programDir } from '../house.server.ts';
import { createTranslators } from '../language/translators.server.ts';
import { fieldProblem, Problem } from '../problem.ts';
import { asProblem, describeProblem } from './describe-problem.server.ts';
import { refuseForm } from './submit-form.server.ts';
import type { Web } from './web-context.ts';

const translators = createTranslators({ dir: join(programDir, 'locales') });
const web = { house: { translators }, language: 'ar', requestId: 'r-1' } as unknown as Web;

describe('a refused form', () => {
  it('does not hide a mistake of ours or a database that is gone behind the form', () => {
    expect(() => refuseForm(web, new Error('secret detail'), {})).toThrow('secret detail');
    expect(() => refuseForm(web, new Problem('database.unavailable', 503), {})).toThrow(
      'database.unavailable',
    );
  });

  it('sends no passphrase and no code back into the page', () => {
    const typed = {
      email: 'a@b.example',
      passphrase: 'x',
      code: '123456',
      postcode: '100',
      recoveryCode: 'y',
    };
    expect(refuseForm(web, fieldProblem('email', 'not-an-email'), typed).values).toEqual({
      email: 'a@b.example',
      postcode: '100',
    });
  });

  it('names each field as the form does, in the language of the reader', () => {
    const { problem } = refuseForm(web, fieldProblem('names.0.given', 'required'), {});
    expect(problem.status).toBe(422);
    expect(problem.fields).toEqual([
      { name: 'names[0].given', message: translators.for('ar')('field.required') },
    ]);
    expect(problem.title).toBe(translators.for('ar')('problem.input.invalid.title'));
  });
});

describe('whatever is thrown', () => {
  it('becomes a problem that tells nothing from inside', () => {
    const described = describeProblem(
      translators,
      'en',
      asProblem(new Error('duplicate key (name)=(Zahra)')),
      'r-2',
    );
    expect(described).toMatchObject({ code: 'unexpected', status: 500, fields: [] });
    expect(JSON.stringify(described)).not.toContain('Zahra');
    expect(described.next).toContain('r-2');
  });

  it('is "cannot be reached" when the database is gone, and "full" when the disk is', () => {
    expect(asProblem(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toMatchObject({
      status: 503,
      retryAfter: 5,
    });
    expect(asProblem(Object.assign(new Error('x'), { code: '53100' }))).toMatchObject({ status: 507 });
  });

  it('is the sender’s mistake when a body is no form', () => {
    expect(asProblem(new TypeError('Failed to parse body as FormData.')).status).toBe(400);
  });

  it('says of each text where it stands in English: what only staff meet has no other words on the public site', () => {
    const met = describeProblem(translators, 'ckb', fieldProblem('text', 'required'), 'r-4');
    expect(met).not.toHaveProperty('lang');
    expect(met.fields[0]).not.toHaveProperty('lang');
    const own = describeProblem(translators, 'ckb', fieldProblem('card', 'no-card'), 'r-5');
    expect(own).not.toHaveProperty('lang');
    expect(own.fields).toMatchObject([{ name: 'card', lang: 'en' }]);
    const foreign = new Problem('clients.not-restricted', 409);
    expect(describeProblem(translators, 'ckb', foreign, 'r-6')).toMatchObject({ lang: 'en' });
    expect(describeProblem(translators, 'ar', foreign, 'r-7')).not.toHaveProperty('lang');
  });

  it('has words even for a code without any', () => {
    const described = describeProblem(translators, 'fa-AF', new Problem('never.heard-of', 409), 'r-3');
    expect(described.title).toBe(translators.for('fa-AF')('problem.unexpected.title'));
  });
});
