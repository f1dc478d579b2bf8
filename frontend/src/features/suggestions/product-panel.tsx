import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Suggestions } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProductPicture } from '@/components/product-picture';
import { Table } from '@/components/table';
import { productPath } from '@/config/paths';

import { ReachCells, ReachHead } from './reach-cells';

const FIRST = 8;

/** The products that were opened most. */
export function ProductPanel({ products }: { products: Suggestions['products'] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('suggestions.byProduct')} flush>
      <Table caption={t('suggestions.byProduct')}>
        <ReachHead first={t('catalogue.product')} />
        <tbody>
          {products.slice(0, FIRST).map(({ product_id: id, name, image_url: image, reach }) => (
            <tr key={id} className="opens">
              <td>
                <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 0.5 }}>
                  <ProductPicture src={image} width={32} height={40} />
                  <Box component={Link} to={productPath(id)} className="row-link" sx={{ '&&': { color: 'tokens.text', whiteSpace: 'normal' } }}>
                    {name}
                  </Box>
                </Box>
              </td>
              <ReachCells reach={reach} />
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
