import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:8000';

/** Paths the server answers; everything else is a page of the portal. */
const serverPaths = ['/api', '/_allauth', '/media', '/docs', '/p/', '/g/'];

export default defineConfig(({ command }) => ({
  // The server hands out index.html on every portal path and the hashed files under /static/portal/.
  base: command === 'build' ? '/static/portal/' : '/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // What changes with our releases apart from what changes with a library, so that browsers keep the latter.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'interface', test: /node_modules\/(@mui|@emotion|@popperjs|stylis)\// }, { name: 'libraries', test: /node_modules/ }] } } },
  },
  server: { proxy: Object.fromEntries(serverPaths.map((path) => [path, server])) },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://portal.test/' } },
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    testTimeout: 15_000,
  },
}));
