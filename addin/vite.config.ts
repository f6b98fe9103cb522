import { defineConfig } from 'vite';

export default defineConfig({
  base: '/addin/',
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['import.html', 'pane.html', 'signed-in.html'],
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
  },
});
