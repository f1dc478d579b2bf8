import type { Template, TemplateDraft } from '@/api/rows';

/** WhatsApp's limits; the server holds them too. */
export const most = { body: 1024, header: 60, footer: 60, button: 25, buttons: 3 } as const;

export const languageChoices = ['en', 'es', 'pt_BR', 'hi', 'id'] as const;
export const categoryChoices = ['MARKETING', 'UTILITY'] as const;

/** What can stand for a variable, with the value the preview shows. */
const samples: Record<string, string> = { name: 'Emma', items: 'Blue Floral Sundress M', total: '$54.00', shop: 'TrendyThreads', product: 'Blue Floral Sundress', order: 'TT-12345' };
export const parameterChoices = Object.keys(samples);

export type Draft = Required<TemplateDraft>;

export const emptyDraft: Draft = { name: '', language: 'en', category: 'MARKETING', body: '', header: '', footer: '', buttons: [], parameters: [], ttl_seconds: null };

export function draftOf({ name, language, category, body, header, footer, buttons, parameters, ttl_seconds }: Template): Draft {
  return { name, language, category: category as Draft['category'], body, header, footer, buttons, parameters, ttl_seconds };
}

/** How many variables a text has: {{1}}, {{2}}… */
export const variableCount = (body: string) => new Set([...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => number)).size;

/** A new text, with one name for each of its variables. */
export function withBody(draft: Draft, body: string): Draft {
  const count = variableCount(body);
  const parameters = Array.from({ length: count }, (_, place) => draft.parameters[place] ?? parameterChoices[place] ?? 'name');
  return { ...draft, body, parameters };
}

/** The text as a customer reads it. */
export function filled({ body, parameters }: Pick<Draft, 'body' | 'parameters'>): string {
  return body.replace(/\{\{(\d+)\}\}/g, (whole, number: string) => samples[parameters[Number(number) - 1] ?? ''] ?? whole);
}
