import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';

import type { PlacedDates } from './placed-dates';
import type { OrderTab } from './tabs';

interface ExportLinkProps {
  tab: OrderTab;
  words: string;
  dates: PlacedDates;
  /** Orders in the file, where that is known: a search changes it. */
  count: number | undefined;
}

/** The orders shown as a file for a spreadsheet. */
export function ExportLink({ tab, words, dates, count }: ExportLinkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('orders.export');
  if (!may || count === 0) return null;
  const query = new URLSearchParams({ tab, ...(words && { q: words }), ...dates });
  return (
    <Button variant="outlined" component="a" href={`/api/v1/orders/export?${query.toString()}`} download startIcon={<FileDownloadOutlined aria-hidden />}>
      {count === undefined || words ? t('orders.exportFound') : t('orders.export', { count, total: format.count(count) })}
    </Button>
  );
}
