import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { FilterPills } from '@/components/filter-pills';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { SearchField } from '@/components/search-field';
import { paths } from '@/config/paths';
import { problems, statuses } from '@/features/catalogue/problems';
import { ProductList } from '@/features/catalogue/product-list';
import { useMay } from '@/lib/authorization';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useAddressSearch } from '@/lib/use-address-search';

/** What the shop sells, how much is left, and what people ask for. */
export function CataloguePage() {
  const { t } = useTranslation();
  const [problem, setProblem] = useAddressFilter('problem', problems, 'all');
  const [status, setStatus] = useAddressFilter('status', statuses, 'active');
  const mayWrite = useMay('merchandise.write');
  const search = useAddressSearch();
  const pills = problems.map((value) => ({ value, label: t(`catalogue.problem.${value}`) }));
  return (
    <PageBody>
      <PageHead title={t('nav.catalogue')} line={t('catalogue.line')}>
        <Button variant="text" component={Link} to={paths.suggestions}>
          {t('suggestions.title')}
        </Button>
        <Button variant="text" component={Link} to={paths.sizeCharts}>
          {t('goods.charts')}
        </Button>
        {mayWrite && (
          <>
            <Button variant="outlined" component={Link} to={paths.imports}>
              {t('import.title')}
            </Button>
            <Button variant="contained" component={Link} to={paths.newProduct}>
              {t('goods.new')}
            </Button>
          </>
        )}
      </PageHead>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 240px', maxWidth: { sm: 280 } }}>
          <SearchField label={t('catalogue.search')} value={search.typed} onChange={search.setTyped} />
        </Box>
        <FilterPills label={t('catalogue.filters')} pills={pills} value={problem} onChange={setProblem} />
        <FilterPills label={t('goods.status')} pills={statuses.map((value) => ({ value, label: t(`goods.choice.${value}`) }))} value={status} onChange={setStatus} />
      </Box>
      <ProductList
        problem={problem}
        words={search.settled}
        status={status}
        onClear={() => {
          setProblem('all');
          setStatus('active');
          search.setTyped('');
        }}
      />
    </PageBody>
  );
}
