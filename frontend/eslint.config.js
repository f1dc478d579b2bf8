import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = ['catalogue', 'dashboard', 'inbox', 'orders', 'parked', 'sign-in'];

/** Imports point one way: app > features > components > state > lib > api > config, theme; features never see each other. */
const zones = [
  ...features.map((feature) => ({ target: `./src/features/${feature}`, from: './src/features', except: [`./${feature}`], message: 'A feature does not import another feature; compose them in app.' })),
  { target: ['./src/features', './src/components', './src/state', './src/lib', './src/api', './src/config', './src/theme'], from: './src/app' },
  { target: ['./src/components', './src/state', './src/lib', './src/api', './src/config', './src/theme'], from: './src/features' },
  { target: ['./src/state', './src/lib', './src/api', './src/config', './src/theme'], from: './src/components' },
  { target: ['./src/lib', './src/api', './src/config', './src/theme'], from: './src/state' },
  { target: ['./src/api', './src/config', './src/theme'], from: './src/lib' },
  { target: './src', from: './tests', message: 'The portal does not import its tests.' },
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
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: '^@mui/(material|icons-material)$', message: 'Import the one part: @mui/material/Button.', allowTypeImports: true }] }],
    },
  },
  { files: ['*.config.{js,ts}'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': ['error', { max: 300 }] } },
);
