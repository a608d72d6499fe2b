import { expect, test } from 'vitest';
import { readConfig } from './config.server.ts';

test('a wrong setting is named, and its value is not repeated', () => {
  const wrong = () => readConfig({ PORT: 'eighty', SMTP_URL: 'mail://user:secret@host' });
  expect(wrong).toThrow(
    expect.objectContaining({ code: 'config.invalid', params: { names: 'PORT, SMTP_URL' } }),
  );
  expect(wrong).toThrow(expect.toSatisfy((error) => !/secret/.test(`${error}${JSON.stringify(error)}`)));
});

test('records and keys are both inside or both outside', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://db.example/serai' })).toThrow(
    expect.objectContaining({ params: { names: 'DATABASE_URL, KEYS_DATABASE_URL' } }),
  );
});

test('an empty setting is one that was not made, and the key stands outside the data', () => {
  const config = readConfig({ PORT: '', SERAI_DATA_DIR: '/srv/serai/data' });
  expect(config).toMatchObject({
    port: 4380,
    host: '127.0.0.1',
    dataDir: '/srv/serai/data',
    keyFile: '/srv/serai/data-keys/root.key',
  });
});

test('origins that are to be apart have hosts of their own, beside a public one', () => {
  const one = 'https://centre.example';
  for (const environment of [
    { SERAI_STAFF_URL: 'https://staff.centre.example' },
    { SERAI_PUBLIC_URL: one, SERAI_STAFF_URL: `${one}/staff` },
    { SERAI_PUBLIC_URL: one, SERAI_STAFF_URL: 'https://b.example', SERAI_FILES_URL: 'https://b.example' },
  ])
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  expect(readConfig({ SERAI_PUBLIC_URL: one, SERAI_STAFF_URL: 'https://b.example' })).toMatchObject({
    publicUrl: one,
    staffUrl: 'https://b.example',
  });
});

test('a provider is there when all of it is named over TLS, and not at all when nothing is', () => {
  const named = {
    SERAI_PROVIDER_ISSUER: 'https://login.example.org/realms/staff',
    SERAI_PROVIDER_CLIENT_ID: 'serai',
    SERAI_PROVIDER_SECRET_FILE: '/etc/serai/provider',
  };
  expect(readConfig({}).provider).toBeUndefined();
  expect(readConfig({ ...named, SERAI_PROVIDER_STRONG: 'mfa  hwk' }).provider).toMatchObject({
    issuer: 'https://login.example.org/realms/staff',
    strong: ['mfa', 'hwk'],
    internal: false,
  });
  for (const wrong of [
    { SERAI_PROVIDER_SECRET_FILE: '' },
    { SERAI_PROVIDER_ISSUER: 'http://login.example.org' },
    { SERAI_PROVIDER_INTERNAL: 'perhaps' },
  ])
    expect(() => readConfig({ ...named, ...wrong })).toThrow('config.invalid');
});
