import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { FilterPills } from '@/components/filter-pills';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { SearchField } from '@/components/search-field';
import { problems } from '@/features/catalogue/problems';
import { ProductList } from '@/features/catalogue/product-list';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useAddressSearch } from '@/lib/use-address-search';

/** What the shop sells, how much is left, and what people ask for. */
export function CataloguePage() {
  const { t } = useTranslation();
  const [problem, setProblem] = useAddressFilter('problem', problems, 'all');
  const search = useAddressSearch();
  const pills = problems.map((value) => ({ value, label: t(`catalogue.problem.${value}`) }));
  return (
    <PageBody>
      <PageHead title={t('nav.catalogue')} line={t('catalogue.line')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 240px', maxWidth: { sm: 280 } }}>
          <SearchField label={t('catalogue.search')} value={search.typed} onChange={search.setTyped} />
        </Box>
        <FilterPills label={t('catalogue.filters')} pills={pills} value={problem} onChange={setProblem} />
      </Box>
      <ProductList
        problem={problem}
        words={search.settled}
        onClear={() => {
          setProblem('all');
          search.setTyped('');
        }}
      />
    </PageBody>
  );
}
