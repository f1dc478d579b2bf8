import type { Chart } from '@/api/rows';

export const bodyMeasures = ['bust', 'waist', 'hip', 'chest', 'inseam', 'foot_length'] as const;
export type Unit = 'cm' | 'in';

const CM_PER_INCH = 2.54;

export interface ChartLine {
  size: string;
  /** "74-79" or "74" by measure, in the unit that is shown. */
  body: Record<string, string>;
}

const round = (value: number) => Math.round(value * 10) / 10;
const shown = (centimetres: number, unit: Unit) => String(round(unit === 'cm' ? centimetres : centimetres / CM_PER_INCH));

/** "74-79", "74–79", "74 79" or "74" as from and to in centimetres; null for what is no measure. */
export function spanOf(text: string, unit: Unit): [number, number] | null {
  const numbers = text.replace(/,/g, '.').match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  const [low, high = low] = numbers;
  if (low === undefined || high === undefined || numbers.length > 2 || /[^\d\s.,–-]/.test(text)) return null;
  const factor = unit === 'cm' ? 1 : CM_PER_INCH;
  return [round(low * factor), round(high * factor)];
}

export function linesOf(chart: Chart, unit: Unit): ChartLine[] {
  return chart.rows.map(({ size, body }) => ({ size, body: Object.fromEntries(Object.entries(body).map(([name, span]) => [name, [...new Set(span.map((each) => shown(each, unit)))].join('–')])) }));
}

/** The same measures in the other unit; what is no measure stays as it was typed. */
export function converted(lines: readonly ChartLine[], from: Unit, to: Unit): ChartLine[] {
  return lines.map(({ size, body }) => ({
    size,
    body: Object.fromEntries(
      Object.entries(body).map(([name, text]) => {
        const span = spanOf(text, from);
        return [name, span ? [...new Set(span.map((each) => shown(each, to)))].join('–') : text];
      }),
    ),
  }));
}

/** What is sent: centimetres. An unreadable measure is sent as nothing, which the server names. */
export const rowsOf = (lines: readonly ChartLine[], unit: Unit) =>
  lines.map(({ size, body }) => ({ size, body: Object.fromEntries(Object.entries(body).filter(([, text]) => text.trim()).map(([name, text]) => [name, spanOf(text, unit) ?? []])) }));
