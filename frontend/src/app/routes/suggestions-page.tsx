import { useTranslation } from 'react-i18next';

import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { FilterPills } from '@/components/filter-pills';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { paths } from '@/config/paths';
import { PersonalCatalogues } from '@/features/suggestions/personal-catalogues';
import { SuggestionFigures } from '@/features/suggestions/suggestion-figures';
import { useAddressFilter } from '@/lib/use-address-filter';

const ranges = ['7d', '30d'] as const;

/** What became of what the bot and the team suggested. */
export function SuggestionsPage() {
  const { t } = useTranslation();
  const [range, setRange] = useAddressFilter('range', ranges, '30d');
  useNameDetail(t('suggestions.title'));
  return (
    <PageBody>
      <BackLink to={paths.catalogue}>{t('nav.catalogue')}</BackLink>
      <PageHead title={t('suggestions.title')} line={t('suggestions.line')}>
        <FilterPills label={t('range.label')} pills={ranges.map((value) => ({ value, label: t('range.days', { count: value === '7d' ? 7 : 30 }) }))} value={range} onChange={setRange} />
      </PageHead>
      <SuggestionFigures range={range} />
      <PersonalCatalogues />
    </PageBody>
  );
}
