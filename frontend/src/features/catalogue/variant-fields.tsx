import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Panel } from '@/components/panel';

import { anotherVariant, withSamePrice, type VariantDraft } from './draft';
import { Labelled } from './labelled';
import type { FieldsProps } from './product-fields';
import type { Hints } from './problem-words';

const row = { display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr 1fr', md: '1.2fr 1fr 1.4fr 1fr 1fr 0.8fr auto' } } as const;

/** Every colour and size with its price and stock. */
export function VariantFields({ draft, hints, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const change = (place: number, values: Partial<VariantDraft>) => onChange({ ...draft, variants: draft.variants.map((old, each) => (each === place ? { ...old, ...values } : old)) });
  const remove = (place: number) => onChange({ ...draft, variants: draft.variants.filter((_, each) => each !== place) });
  return (
    <Panel title={t('product.variants')} note={draft.variants.length}>
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        {hints.variants && (
          <Box role="alert" sx={{ color: 'tokens.danger' }}>
            {hints.variants}
          </Box>
        )}
        <SamePrice onSet={(price, compareAt) => onChange(withSamePrice(draft, price, compareAt))} />
        {draft.variants.map((variant, place) => (
          <VariantRow key={variant.key} variant={variant} place={place} hints={hints} onChange={(values) => change(place, values)} onRemove={() => remove(place)} />
        ))}
        <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...draft, variants: [...draft.variants, anotherVariant(draft.variants.at(-1))] })}>
          {t('goods.addVariant')}
        </Button>
      </Box>
    </Panel>
  );
}

interface VariantRowProps {
  variant: VariantDraft;
  place: number;
  hints: Hints;
  onChange: (values: Partial<VariantDraft>) => void;
  onRemove: () => void;
}

function VariantRow({ variant, place, hints, onChange, onRemove }: VariantRowProps) {
  const { t } = useTranslation();
  const named = [variant.color, variant.size].filter(Boolean).join(' ') || String(place + 1);
  const field = (name: string, label: string, value: string, onText: (text: string) => void) => ({ name: `variants.${place}.${name}`, hints, label, value, onText });
  return (
    <Box role="group" aria-label={named} sx={row}>
      <Labelled {...field('color', t('product.color'), variant.color, (color) => onChange({ color }))} />
      <Labelled {...field('size', t('product.size'), variant.size, (size) => onChange({ size }))} />
      <Labelled {...field('sku', t('product.sku'), variant.sku, (sku) => onChange({ sku }))} required />
      <Labelled {...field('price', t('catalogue.price'), variant.price, (price) => onChange({ price }))} required slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal' } }} />
      <Labelled {...field('compare_at', t('product.before'), variant.compareAt, (compareAt) => onChange({ compareAt }))} slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal' } }} />
      <Labelled {...field('stock', t('catalogue.stock'), variant.stock, (stock) => onChange({ stock: stock.replace(/[^\d-]/g, '') }))} slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric' } }} />
      <Button variant="text" aria-label={t('goods.removeVariant', { name: named })} onClick={onRemove}>
        {t('goods.remove')}
      </Button>
    </Box>
  );
}

function SamePrice({ onSet }: { onSet: (price: string, compareAt: string) => void }) {
  const { t } = useTranslation();
  const [price, setPrice] = useState('');
  const [before, setBefore] = useState('');
  return (
    <Box role="group" aria-label={t('goods.samePrice')} sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr 1fr', md: '160px 160px auto' }, justifyContent: 'start', pb: 4, borderBottom: '1px solid', borderColor: 'tokens.line' }}>
      <Labelled name="same-price" hints={{}} label={t('catalogue.price')} value={price} onText={setPrice} />
      <Labelled name="same-before" hints={{}} label={t('product.before')} value={before} onText={setBefore} />
      <Button variant="outlined" disabled={price.trim() === ''} onClick={() => onSet(price, before)}>
        {t('goods.samePrice')}
      </Button>
    </Box>
  );
}
