import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Product } from '@/api/rows';
import { Panel } from '@/components/panel';
import { Table } from '@/components/table';

type ChartRow = Product['size_chart'][number];

interface SizeChartProps {
  rows: readonly ChartRow[];
  title?: string;
  note?: string;
}

/** From which body measures to which a size fits, in centimetres. */
export function SizeChart({ rows, title, note }: SizeChartProps) {
  const { t } = useTranslation();
  const measures = [...new Set(rows.flatMap(({ body }) => Object.keys(body)))];
  return (
    <Panel flush title={title ?? t('product.sizeChart')} note={note ?? t('product.inCentimetres')}>
      <Box sx={{ overflowX: 'auto', '--sticky-top': '0px' }} tabIndex={0}>
        <Table caption={title ?? t('product.sizeChart')}>
          <thead>
            <tr>
              <th scope="col">{t('product.size')}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col" className="number">
                  {t(`measure.${measure}`, { defaultValue: measure })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ size, body }) => (
              <tr key={size}>
                <Box component="td" sx={{ fontWeight: 600 }}>
                  {size}
                </Box>
                {measures.map((measure) => (
                  <td key={measure} className="number">
                    {body[measure]?.join('–')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Box>
    </Panel>
  );
}
