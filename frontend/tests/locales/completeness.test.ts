import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { languages } from '@/lib/format/locale';

const root = join(import.meta.dirname, '../../src');
const plural = /_(zero|one|two|few|many|other)$/;

function flatten(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => (typeof value === 'object' && value !== null ? flatten(value, `${prefix}${key}.`) : [[prefix + key, String(value)] as [string, string]]));
}

const textsOf = (language: string) => new Map(flatten(JSON.parse(readFileSync(join(root, 'locales', `${language}.json`), 'utf8')) as object));

const english = textsOf('en');
const baseKeys = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(plural, '')));
const placeholders = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}|<\/?(\w+)>/g)].map((found) => found[0]));

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.gen.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe.each(languages)('Texts in $name', ({ code }) => {
  const texts = textsOf(code);

  test('no text is missing and none is left over', () => {
    expect([...baseKeys(texts)].sort()).toEqual([...baseKeys(english)].sort());
  });

  test('counted texts have every form of the language', () => {
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(plural, ''));
    const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`).filter((key_) => !texts.has(key_)));
    expect(missing).toEqual([]);
  });

  test('every text says the same values', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const models = [key, key.replace(plural, '_other'), key.replace(plural, '_one')].map((name) => english.get(name) ?? '');
      const allowed = placeholders(models.join(''));
      return text.trim() === '' || [...placeholders(text)].some((name) => !allowed.has(name));
    });
    expect(wrong).toEqual([]);
  });

  test('a language other than English is translated', () => {
    const same = [...texts].filter(([key, text]) => /[a-z]{3} [a-z]{3}/i.test(text.replaceAll(/\{\{\w+\}\}/g, '')) && english.get(key) === text);
    expect(code === 'en' ? [] : same).toEqual([]);
  });
});

describe('Texts and code', () => {
  const keys = baseKeys(english);
  const named = new Set([...sources.matchAll(/['"`]([a-z][A-Za-z]*(?:\.[A-Za-z_]+)+)['"`]/g)].map((found) => found[1] ?? ''));
  const begun = [...sources.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z_]+)*\.)\$\{/g)].map((found) => found[1] ?? '');

  test('every text the code names exists', () => {
    const groups = new Set([...keys].map((key) => key.split('.')[0]));
    const missing = [...named].filter((key) => groups.has(key.split('.')[0]) && !keys.has(key) && !key.startsWith('order.touch'));
    expect(missing).toEqual([]);
  });

  test('every text is used', () => {
    const unused = [...keys].filter((key) => !named.has(key) && !begun.some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });
});
