import type { Product, ProductForm } from '@/api/rows';
import { majorUnits, type Amount } from '@/lib/format/money';

export interface VariantDraft {
  /** Tells rows apart on the screen; a saved variant has its own id as well. */
  key: string;
  id: string | null;
  sku: string;
  color: string;
  size: string;
  price: string;
  compareAt: string;
  stock: string;
  stockSeen: number | null;
  measures: Record<string, number>;
}

export interface ProductDraft {
  name: string;
  category: string;
  audience: string;
  collection: string;
  description: string;
  material: string;
  fit: string;
  details: { name: string; value: string }[];
  occasions: string;
  sizeChartId: string;
  status: 'active' | 'hidden' | 'archived';
  variants: VariantDraft[];
}

export const audiences = ['women', 'men', 'unisex'] as const;
export const fits = ['slim', 'regular', 'loose'] as const;
export const statuses = ['active', 'hidden', 'archived'] as const;

let made = 0;

/** A further variant: like the last one, but for what makes it another. */
export function anotherVariant(last?: VariantDraft): VariantDraft {
  made += 1;
  return { key: `new-${made}`, id: null, sku: '', color: last?.color ?? '', size: '', price: last?.price ?? '', compareAt: last?.compareAt ?? '', stock: '0', stockSeen: null, measures: {} };
}

export const emptyDraft = (): ProductDraft => ({ name: '', category: '', audience: 'women', collection: '', description: '', material: '', fit: '', details: [], occasions: '', sizeChartId: '', status: 'active', variants: [anotherVariant()] });

/** A price as somebody types it, exact. */
export function priceText(amount: Amount): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: amount.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return majorUnits(amount).toFixed(digits);
}

export function draftOf(product: Product): ProductDraft {
  const { name, category, audience, collection, description, material, fit, named_details: details, occasions, size_chart_id: chart, status } = product;
  const variants = product.variants.map(({ id, sku, color, size, price, compare_at: before, stock, measures }) => ({ key: id, id, sku, color, size, price: priceText(price), compareAt: before ? priceText(before) : '', stock: String(stock), stockSeen: stock, measures }));
  return { name, category, audience, collection, description, material, fit, details: [...details], occasions: occasions.join(', '), sizeChartId: chart ?? '', status: status as ProductDraft['status'], variants };
}

/** What is sent. Stock that nobody touched is not sent, so that a sale meanwhile is not undone. */
export function formOf(draft: ProductDraft): ProductForm {
  const { name, category, audience, collection, description, material, fit, status } = draft;
  const details = draft.details.filter((detail) => detail.name.trim() || detail.value.trim());
  const occasions = draft.occasions.split(',').map((each) => each.trim()).filter(Boolean);
  const variants = draft.variants.map((variant) => {
    const count = variant.stock.trim() === '' ? 0 : Number(variant.stock);
    const isTouched = variant.stockSeen === null || count !== variant.stockSeen;
    return { id: variant.id, sku: variant.sku, color: variant.color, size: variant.size, price: variant.price, compare_at: variant.compareAt, measures: variant.measures, stock: isTouched ? count : null, stock_seen: isTouched ? variant.stockSeen : null };
  });
  return { name, category, audience, collection, description, material, fit, named_details: details, occasions, size_chart_id: draft.sizeChartId || null, status, variants };
}

/** One price for every variant. */
export const withSamePrice = (draft: ProductDraft, price: string, compareAt: string): ProductDraft => ({ ...draft, variants: draft.variants.map((variant) => ({ ...variant, price, compareAt })) });
