import { describe, expect, test } from 'vitest';
import { fieldsFor } from './guide-steps.ts';
import { listRulesets } from './list-rulesets.server.ts';
import { readAnswers, writeAnswers } from './read-answers.ts';
import { chooseRules } from './ruleset.ts';
import { walkGuide } from './walk-guide.ts';

const rulesets = listRulesets();
const walk = (values: Record<string, string | string[]>) => walkGuide(values, rulesets);
const papers = ['passport', 'contract'];

describe('what comes out of a form that anybody may have written', () => {
  test('unknown names and values are as if they had not been said', () => {
    const { answers } = readAnswers(
      {
        goal: 'become_king',
        danger: ['no', 'yes'],
        signs: 'debt,<script>,threats',
        documents: 'passport,atlas',
        nationality: 'Pakistan',
        destination: '<b>',
        currency: 'rupees',
        confidence: '11',
        'w-income': '9',
        'w-family': '5',
        __proto__: 'x',
        name: 'Somebody',
      },
      { papers },
    );
    expect(answers).toEqual({
      danger: 'no',
      signs: ['debt', 'threats'],
      documents: ['passport'],
      weights: { family: 5 },
    });
  });

  test('an amount that could be two is asked for again and not guessed', () => {
    const { answers, errors } = readAnswers({ cost: '1.500', wage: '۱۵۰۰', contractMonths: '0' }, { papers });
    expect(answers).toEqual({ wage: '1500' });
    expect(errors).toEqual({ cost: 'amountBad', contractMonths: 'monthsBad' });
  });

  test('boxes shown and left empty say "none"; boxes not shown say nothing', () => {
    expect(readAnswers({ signs: '-' }, { papers }).answers).toEqual({ signs: [] });
    expect(readAnswers({}, { papers }).answers).toEqual({});
  });

  test('what is written into hidden fields is read again as it was', () => {
    const values = {
      goal: 'earn',
      nationality: 'PK',
      signs: '-',
      documents: ['-', 'passport', 'contract'],
      cost: '1500.5',
      contractMonths: '24',
      'w-income': '0',
      'w-safety': '5',
    };
    const { answers } = readAnswers(values, { papers });
    expect(readAnswers(Object.fromEntries(writeAnswers(answers)), { papers }).answers).toEqual(answers);
  });
});

describe('the way through the guide', () => {
  test('danger and an age under 18 end the questions at once, and one may still go back', () => {
    expect(walk({ step: 'safety', go: 'next', danger: 'yes' }).at).toBe('result');
    expect(walk({ step: 'safety', go: 'next', ageBand: 'under_18' }).at).toBe('result');
    expect(walk({ step: 'weights', go: 'to-safety', danger: 'yes' }).at).toBe('safety');
  });

  test('each step leads to the next, back, or to the result', () => {
    expect(walk({ step: 'safety', go: 'next' }).at).toBe('plan');
    expect(walk({ step: 'plan', go: 'next', goal: 'earn' }).at).toBe('signs');
    expect(walk({ step: 'signs', go: 'next', goal: 'earn' }).at).toBe('way');
    expect(walk({ step: 'signs', go: 'next', goal: 'family' }).at).toBe('papers');
    expect(walk({ step: 'signs', go: 'next', goal: 'safety' }).at).toBe('ready');
    expect(walk({ step: 'way', go: 'back', goal: 'earn' }).at).toBe('signs');
    expect(walk({ step: 'way', go: 'result' }).at).toBe('result');
    expect(walk({ step: 'weights', go: 'next' }).at).toBe('result');
    expect(walk({ step: 'nowhere', go: 'to-nowhere' }).at).toBe('plan');
  });

  test('a skipped step leaves nothing behind, the others stay', () => {
    const { at, answers } = walk({
      step: 'money',
      go: 'skip',
      goal: 'earn',
      wage: 'lots',
      cost: '5',
      currency: 'PKR',
    });
    expect(at).toBe('ready');
    expect(answers).toEqual({ goal: 'earn' });
  });

  test('an amount that cannot be read keeps the step, with what was typed', () => {
    const { at, errors, typed } = walk({ step: 'money', go: 'next', wage: 'lots', cost: '5' });
    expect(at).toBe('money');
    expect(errors).toEqual({ wage: 'amountBad' });
    expect(typed).toMatchObject({ wage: 'lots', cost: '5' });
    expect(walk({ step: 'money', go: 'back', wage: 'lots' }).at).toBe('offer');
  });

  test('a question that no rule needs is not asked', () => {
    const general = chooseRules(rulesets, {});
    const pkSa = chooseRules(rulesets, { nationality: 'PK', destination: 'SA' });
    expect(fieldsFor('papers', general)).toEqual(['documents']);
    expect(fieldsFor('papers', pkSa)).toEqual(['documents', 'served', 'police', 'sex']);
  });
});
