import { describe, expect, it } from 'vitest';
import { clusterSettings, settingsFile } from './embedded-settings.server.ts';

describe('settings of the embedded database', () => {
  it('refuses a name that would start another line of the file', () => {
    expect(() => settingsFile({ 'jit = on\nfsync': 'off' })).toThrow('not a PostgreSQL setting');
  });

  it('refuses a value that would start another line of the file', () => {
    expect(() => settingsFile({ application_name: "x'\nfsync = 'off" })).toThrow('not a PostgreSQL setting');
  });

  it('keeps a quotation mark inside its value', () => {
    expect(settingsFile({ application_name: "a'b" })).toContain("application_name = 'a''b'\n");
  });

  it('lets the caller have the last word', () => {
    expect(clusterSettings('main', { work_mem: '64MB' })).toMatchObject({ work_mem: '64MB', fsync: 'on' });
  });

  it('gives the small database of keys little memory', () => {
    expect(clusterSettings('keys').shared_buffers).toBe('32MB');
  });
});
