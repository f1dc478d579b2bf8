import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { BrandMark } from '@/components/brand-mark';
import { useDetailTitle } from '@/components/detail-title';
import { paths } from '@/config/paths';
import { useLayout } from '@/lib/use-layout';

import { SearchButton } from '../search/search-button';
import { navigation, type PageEntry } from '../pages';
import { usePage } from '../use-page';
import { AccountMenu } from './account-menu';
import { BotState } from './bot-state';
import { DemoClock } from './demo-clock';

/** Search (or, on a page about one thing, the way back), the bot's state, the person. */
export function TopBar() {
  const layout = useLayout();
  const page = usePage();
  if (layout === 'phone') return page?.path === paths.dashboard ? <PhoneBar /> : null;
  const path = page?.detailOf && !page.fillsWindow ? page : null;
  return (
    <Box component="header" sx={{ position: 'sticky', top: 0, zIndex: 'appBar', flexShrink: 0, height: 56, px: 6, display: 'flex', alignItems: 'center', gap: 3, bgcolor: 'tokens.surface', borderBottom: '1px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>{path ? <Breadcrumb page={path} /> : <SearchButton variant="field" />}</Box>
      {layout === 'desktop' && <DemoClock />}
      <BotState />
      {path && <SearchButton variant="icon" />}
      <AccountMenu wide={layout === 'desktop'} />
    </Box>
  );
}

function Breadcrumb({ page }: { page: PageEntry }) {
  const { t } = useTranslation();
  const title = useDetailTitle();
  const area = navigation.find(({ path }) => path === page.detailOf);
  return (
    <Box component="nav" aria-label={t('frame.path')} sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
      {area && (
        <Link component={RouterLink} to={area.path}>
          {t(area.labelKey)}
        </Link>
      )}
      <ChevronRightOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text3' }} />
      <Box component="span" aria-current="page" sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {title}
      </Box>
    </Box>
  );
}

function PhoneBar() {
  const { data: me } = useGetMeQuery();
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 2.5, px: 4, pt: 3 }}>
      <BrandMark size={28} />
      <Box sx={{ flex: 1, minWidth: 0, fontSize: 16, fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{me?.shop?.name}</Box>
      <BotState />
    </Box>
  );
}
