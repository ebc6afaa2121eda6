import { join } from 'node:path'
import tseslint from 'typescript-eslint'

/** Type checking is done by the compiler; these rules are about habits it does not see. */
export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { ignores: ['node_modules', 'web/dist', 'web/generated', 'web/public', '.data', '.cache', 'test/bench/node_modules'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '..') } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off', // typed arrays under noUncheckedIndexedAccess
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-eval': 'error',
      'no-restricted-globals': ['error', { name: 'parseFloat', message: 'It reads "1,234.5" as 1; use the cell parsers.' }],
      'no-restricted-properties': ['error',
        { property: 'innerHTML', message: 'Text only.' },
        { property: 'setHTML', message: 'Text only.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text only.' }],
    },
  },
)
