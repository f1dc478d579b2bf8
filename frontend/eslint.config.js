import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = ['api-keys', 'catalogue', 'dashboard', 'inbox', 'integrations', 'orders', 'parked', 'sign-in'];

/** Imports point one way: app > features > components > state > lib > api > config, theme; features never see each other. */
const rooms = ['app', 'features', 'components', 'state', 'lib', 'api'];
const mui = { regex: '^@mui/(material|icons-material)$', message: 'Import the one part: @mui/material/Button.', allowTypeImports: true };
const upAndOver = { regex: '^\\.\\./(\\.\\./)*(app|features|components|state|lib|api|config|theme)/', message: 'Name another room by its address: @/lib/….' };
const tests = { regex: '^(@/\\.\\./|(\\.\\./)+)tests/', message: 'The portal does not import its tests.' };
/** @param {{ regex: string, message: string }[]} more */
const restricted = (...more) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns: [mui, upAndOver, tests, ...more] }] });
/** @param {string[]} names */
const from = (names) => ({ regex: `^@/(${names.join('|')})/`, message: 'Imports point one way: app > features > components > state > lib > api > config, theme.' });

const layers = [
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: restricted(from(['app']), { regex: `^@/features/(?!${feature}/)`, message: 'A feature does not import another feature; compose them in app.' }),
  })),
  ...['components', 'state', 'lib', 'api'].map((room) => ({ files: [`src/${room}/**`], rules: restricted(from(rooms.slice(0, rooms.indexOf(room)))) })),
  { files: ['src/config/**', 'src/theme/**'], rules: restricted(from(rooms)) },
];

export default defineConfig(
  { ignores: ['dist', 'coverage', 'src/api/endpoints.gen.ts'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      ...restricted(),
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  ...layers,
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': ['error', { max: 300 }] } },
);
