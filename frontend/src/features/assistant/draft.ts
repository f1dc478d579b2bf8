import type { NewEntry } from '@/api/endpoints.gen';
import type { Entry, Unanswered } from '@/api/rows';

export type Language = NewEntry['questions'][number]['language'];

export const answerLanguages: readonly Language[] = ['en', 'es', 'pt', 'hi', 'id'];

/** An answer as it is written: a question on each line, keywords between commas. */
export interface Draft {
  questions: string;
  answers: Partial<Record<Language, string>>;
  keywords: string;
  isActive: boolean;
}

/** Our language for a code such as "pt-BR"; English for one we do not have. */
export function ownLanguage(code: string): Language {
  const primary = code.split(/[-_]/)[0];
  return answerLanguages.find((language) => language === primary) ?? 'en';
}

export const emptyDraft: Draft = { questions: '', answers: {}, keywords: '', isActive: true };

export function draftOf(entry: Entry): Draft {
  return { questions: entry.questions.map(({ text }) => text).join('\n'), answers: entry.answers, keywords: entry.keywords.join(', '), isActive: entry.is_active };
}

/** The first words of a new answer: what was asked. */
export const draftFor = (asked: Unanswered): Draft => ({ ...emptyDraft, questions: asked.text.replace(/\s*\n\s*/g, ' ') });

const parts = (text: string, between: RegExp) => [...new Set(text.split(between).map((part) => part.trim()))].filter(Boolean);

/** What is sent. A question that stood there before keeps its language, a new one has the reader's. */
export function entryOf(draft: Draft, known: readonly { text: string; language: string }[], reader: string): NewEntry {
  const languageOf = (text: string) => ownLanguage(known.find((question) => question.text.trim() === text)?.language ?? reader);
  return {
    questions: parts(draft.questions, /\n/).map((text) => ({ text, language: languageOf(text) })),
    answers: Object.fromEntries(Object.entries(draft.answers).flatMap(([language, text]) => (text.trim() ? [[language, text.trim()]] : []))),
    keywords: parts(draft.keywords, /,/),
    is_active: draft.isActive,
  };
}
