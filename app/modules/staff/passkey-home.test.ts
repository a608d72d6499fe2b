import { expect, test } from 'vitest';
import { passkeyHome } from './passkey-home.ts';

const at = (url: string, publicUrl?: string) => passkeyHome(new URL(url), publicUrl);

test('there are none by number, without TLS, or by another name than the configured one', () => {
  expect(at('http://127.0.0.1:4380/staff')).toEqual({ why: 'needs-name' });
  expect(at('https://192.168.1.20:4380/staff')).toEqual({ why: 'needs-name' });
  expect(at('https://[::1]:4380/staff')).toEqual({ why: 'needs-name' });
  expect(at('http://serai.local:4380/staff')).toEqual({ why: 'needs-https' });
  expect(at('https://old.example/staff', 'https://centre.example')).toEqual({ why: 'other-name' });
});

test('they live under the name of a safe line, and on localhost', () => {
  expect(at('http://localhost:4380/staff')).toEqual({
    home: { rpId: 'localhost', origin: 'http://localhost:4380' },
  });
  expect(at('https://serai.local:4380/staff')).toEqual({
    home: { rpId: 'serai.local', origin: 'https://serai.local:4380' },
  });
  expect(at('https://centre.example/staff', 'https://centre.example')).toEqual({
    home: { rpId: 'centre.example', origin: 'https://centre.example' },
  });
});
