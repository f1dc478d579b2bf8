import type { ReplyLanguage, ReplyText } from '@/api/rows';

export const replyLanguages: readonly ReplyLanguage[] = ['en', 'es', 'pt', 'hi', 'hi-Latn', 'id'];
export const mostWordings = 5;

/** The heading that is open first, and those after it, as a talk goes. */
export const sections = ['greetings', 'products', 'search', 'sizes', 'cart', 'payment', 'shipping', 'orders', 'returns', 'shop', 'later', 'people', 'buttons'] as const satisfies readonly ReplyText['section'][];

/** One wording by plural form; only `other` where nothing is counted. */
export type Wording = Record<string, string>;

/** The tag's language in the reader's language: "Hindi (Latin)" for `hi-Latn`. */
export const replyLanguageName = (tag: ReplyLanguage, reader: string) => new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;

/** The forms that a text is written in, `other` last. */
export const formsOf = (text: ReplyText) => [...new Set(text.ours.flatMap((wording) => Object.keys(wording)))].sort((one, two) => Number(one === 'other') - Number(two === 'other'));

/** What is edited at first: the shop's own wordings, else ours. */
export const startOf = (text: ReplyText): Wording[] => (text.own.length > 0 ? text.own : text.ours).slice(0, mostWordings);

/** A wording with its samples in place. */
export const previewOf = (words: string, text: ReplyText) => text.names.reduce((said, { name, sample }) => said.replaceAll(`{${name}}`, sample), words);

/** The wordings that are said now, one form of each. */
export const saidNow = (text: ReplyText) => startOf(text).map((wording) => previewOf(wording.other ?? '', text));

/** What a wording lacks: the facts of its sentence. */
export const missingNames = (words: string, text: ReplyText) => text.names.filter(({ name, is_needed }) => is_needed && !words.includes(`{${name}}`)).map(({ name }) => `{${name}}`);

/** What is sent: wordings that have words, without the forms that were left empty. */
export const filledWordings = (draft: readonly Wording[]): Wording[] =>
  draft.map((wording) => Object.fromEntries(Object.entries(wording).flatMap(([form, words]) => (words.trim() ? [[form, words.trim()]] : [])))).filter((wording) => Object.keys(wording).length > 0);
