import { useId } from 'react';

const WIDTH = 84;
const HEIGHT = 24;
const DOT = 3;

/** The points of the line: from left to right, the lowest value at the foot. */
function pointsOf(values: readonly number[]): [number, number][] {
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const step = (WIDTH - DOT * 2) / (values.length - 1);
  return values.map((value, index) => [DOT + index * step, HEIGHT - DOT - ((value - lowest) / span) * (HEIGHT - DOT * 2)]);
}

/** Which way it went, without figures; the last point has a dot. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const id = useId();
  if (values.length < 2) return null;
  const points = pointsOf(values);
  const [lastX, lastY] = points[points.length - 1] ?? [0, 0];
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id} style={{ flexShrink: 0 }}>
      <title id={id}>{label}</title>
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} fill="none" stroke="var(--mui-palette-tokens-primary)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={lastX} cy={lastY} r={DOT} fill="var(--mui-palette-tokens-primary)" />
    </svg>
  );
}
