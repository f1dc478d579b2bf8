import LocalShippingOutlined from '@mui/icons-material/LocalShippingOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetDeliveryRulesQuery, type DeliveryRules } from '@/api/endpoints.gen';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';

import { written } from './draft';
import { TaxesEditor } from './taxes-editor';
import { useRuleWords } from './use-rules';
import { ZoneEditor } from './zone-editor';
import { ZoneRow } from './zone-row';

/** Where the shop ships and how, and which taxes it shows. */
export function Delivery() {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useGetDeliveryRulesQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Panel title={t('delivery.title')} flush>
      <Box sx={{ px: 4, pb: 4, color: 'tokens.text2' }}>{t('delivery.line')}</Box>
      {data ? <Rules rules={data} /> : isError ? <ErrorState title={t('delivery.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} picture="square" />}
    </Panel>
  );
}

type Open = { part: 'zone'; place: number | null } | { part: 'taxes' } | null;

function Rules({ rules }: { rules: DeliveryRules }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      {rules.zones.length === 0 && <EmptyState icon={LocalShippingOutlined} title={t('delivery.empty')} text={t('delivery.emptyText')} />}
      {rules.zones.map((zone, place) => (
        <ZoneRow key={place} zone={zone} rules={rules} onEdit={() => setOpen({ part: 'zone', place })} />
      ))}
      <Box sx={{ p: 4, borderTop: '1px solid', borderColor: 'tokens.line' }}>
        <Button variant="outlined" onClick={() => setOpen({ part: 'zone', place: null })}>
          {t('delivery.addZone')}
        </Button>
      </Box>
      <TaxesLine rules={rules} onEdit={() => setOpen({ part: 'taxes' })} />
      {open?.part === 'zone' && <ZoneEditor rules={rules} place={open.place} onClose={close} />}
      {open?.part === 'taxes' && <TaxesEditor rules={rules} onClose={close} />}
    </>
  );
}

function TaxesLine({ rules, onEdit }: { rules: DeliveryRules; onEdit: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useRuleWords(rules.currency);
  const { rates, is_included: isIncluded, name } = rules.taxes;
  const percent = (value: string) => new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 3 }).format(Number(value) / 100);
  const told = rates.map((rate) => `${[words.country(rate.country), ...(rate.regions ?? []), ...(rate.postcodes ?? [])].join(' ')} ${percent(rate.percent)}`);
  return (
    <Box role="group" aria-label={t('delivery.taxes')} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, borderTop: '1px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{written(name, t('delivery.taxes'))}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{rates.length === 0 ? t('delivery.noTaxes') : `${t(isIncluded ? 'delivery.included' : 'delivery.added')}: ${told.join('; ')}`}</Box>
      </Box>
      <Button aria-label={t('delivery.editTaxes')} onClick={onEdit}>
        {t('delivery.edit')}
      </Button>
    </Box>
  );
}
