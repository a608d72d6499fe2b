import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverBuildFile: 'main.js',
  // The list of all routes is small once compressed, and asking for it piecemeal costs round trips on bad lines.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
