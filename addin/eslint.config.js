import js from '@eslint/js';
import office from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'fake/dist', 'src/api/contracts.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tests/tsconfig.json', './fake/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers read well in texts; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A column's certainty and a row's kind are words of the API, compared as such.
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  {
    // The plugin asks for ESLint 9; with our typescript-eslint (package.json, overrides) its rules work under 10. Left out is
    // no-navigational-load, which takes a control's tag for an object.
    files: ['src/word/**/*.ts'],
    plugins: { 'office-addins': office },
    rules: Object.fromEntries(
      ['load-object-before-read', 'call-sync-before-read', 'call-sync-after-load', 'no-empty-load', 'no-context-sync-in-loop', 'no-office-initialize', 'test-for-null-using-isNullObject'].map((rule) => [`office-addins/${rule}`, 'error']),
    ),
  },
  {
    files: ['vite.config.ts', 'fake/vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
