import { expect, test } from 'vitest';
import { type KeptProof, signedTalks } from './consent-proof.ts';
import type { ConsentDecision } from './timeline.ts';

const decision = (id: string, given: Partial<ConsentDecision> = {}): ConsentDecision => ({
  id,
  purpose: 'service_and_record',
  status: 'given',
  form: 'written_signature',
  explainedIn: 'prs',
  givenOn: '2026-03-10',
  validUntil: null,
  recordedAt: '2026-03-10T09:00:00.000Z',
  recordedBy: 'a',
  explained: [],
  ...given,
});
const scan = (consentId: string, kind: KeptProof['kind'] = 'pdf'): KeptProof => ({
  consentId,
  kind,
  size: 1,
});

test('what was ticked on a screen, recorded as sound, or taken back without a form has no paper', () => {
  const history = ['electronic_tick', 'audio', null].map((form, at) => decision(String(at), { form }));
  expect(signedTalks(history, [])).toEqual([]);
});

test('a talk has one paper, however many decisions were made in it', () => {
  const history = [decision('b', { purpose: 'research_follow_up', status: 'refused' }), decision('a')];
  expect(signedTalks(history, [])).toEqual([
    {
      consentId: 'b',
      form: 'written_signature',
      givenOn: '2026-03-10',
      purposes: ['research_follow_up', 'service_and_record'],
    },
  ]);
});

test('talks at two times are two, newest first, each with its own scan', () => {
  const history = [decision('new', { recordedAt: '2026-04-01T09:00:00.000Z' }), decision('old')];
  const talks = signedTalks(history, [scan('old')]);
  expect(talks.map(({ consentId, proof }) => [consentId, proof?.consentId])).toEqual([
    ['new', undefined],
    ['old', 'old'],
  ]);
});

test('of several scans the newest counts, whichever decision it was kept with', () => {
  const history = [decision('b'), decision('a')];
  expect(signedTalks(history, [scan('a', 'png'), scan('b')])[0]?.proof?.kind).toBe('png');
});
