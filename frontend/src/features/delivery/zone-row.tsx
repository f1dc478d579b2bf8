import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import type { DeliveryRules, ShippingZone } from '@/api/endpoints.gen';

import { written } from './draft';
import { useRuleWords } from './use-rules';

/** The name of a zone: its own, else its countries, else the rest of the world. */
export function useZoneName() {
  const { t } = useTranslation();
  return (zone: ShippingZone, country: (code: string) => string) => written(zone.name, written((zone.countries ?? []).map(country).join(', '), t('delivery.restOfWorld')));
}

/** One zone: where it is and what each way there costs. */
export function ZoneRow({ zone, rules, onEdit }: { zone: ShippingZone; rules: DeliveryRules; onEdit: () => void }) {
  const { t } = useTranslation();
  const words = useRuleWords(rules.currency);
  const name = useZoneName()(zone, words.country);
  const where = zone.name ? written((zone.countries ?? []).map(words.country).join(', '), t('delivery.restOfWorld')) : '';
  const parts = [...(zone.regions ?? []), ...(zone.cities ?? []), ...(zone.postcodes ?? []).map((start) => `${start}…`)].join(', ');
  return (
    <Box role="group" aria-label={name} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, borderTop: '1px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{name}</Box>
        {(where || parts) && <Box sx={{ fontSize: 13, color: 'tokens.text3' }}>{[where, parts].filter(Boolean).join(': ')}</Box>}
        {zone.options.map((option, place) => (
          <Box key={place} sx={{ fontSize: 13, color: 'tokens.text2' }}>
            {words.option(option)}
          </Box>
        ))}
      </Box>
      <Button aria-label={t('delivery.editOf', { name })} onClick={onEdit}>
        {t('delivery.edit')}
      </Button>
    </Box>
  );
}
