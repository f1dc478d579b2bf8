import { describe, expect, test } from 'vitest';

import { avatarPairs, dark, light, type Tokens } from '@/theme/tokens';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const textPairs: [keyof Tokens, keyof Tokens][] = [
  ...(['text', 'text2', 'text3'] as const).flatMap((text) => (['surface', 'bg', 'sunken', 'raised', 'primarySoft', 'plumSoft', 'coralSoft'] as const).map((ground): [keyof Tokens, keyof Tokens] => [text, ground])),
  ['primary', 'surface'],
  ['primary', 'sunken'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
  ['onPrimarySoft', 'primarySoft'],
  ['coral', 'coralSoft'],
  ['coral', 'surface'],
  ['surface', 'coral'],
  ['success', 'successSoft'],
  ['warning', 'warningSoft'],
  ['danger', 'dangerSoft'],
  ['danger', 'surface'],
  ['plum', 'plumSoft'],
  ['plum', 'surface'],
  ['onToast', 'toast'],
  ['toastLink', 'toast'],
];

const graphics: (keyof Tokens)[] = ['edge', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'primary'];

describe.each([['light', light], ['dark', dark]] as const)('The %s theme', (_name, tokens) => {
  test.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(ratio(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphics)('%s can be seen on a card', (token) => {
    expect(ratio(tokens[token], tokens.surface)).toBeGreaterThanOrEqual(3);
  });
});

test.each(avatarPairs)('initials can be read: %s on %s', (ground, letters) => {
  expect(ratio(ground, letters)).toBeGreaterThanOrEqual(4.5);
});
