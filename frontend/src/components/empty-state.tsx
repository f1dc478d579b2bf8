import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

interface EmptyStateProps {
  icon?: SvgIconComponent;
  title: string;
  text: string;
  /** Whether it stands for the whole page, so that its title is the page's h1. */
  isPage?: boolean;
  children?: React.ReactNode;
}

/** What will be here, and the one step to get there. */
export function EmptyState({ icon: Icon, title, text, isPage, children }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 2, px: 4, py: 10 }}>
      {Icon && (
        <Box aria-hidden sx={{ width: 52, height: 52, borderRadius: '50%', display: 'grid', placeItems: 'center', bgcolor: 'tokens.primarySoft', color: 'tokens.onPrimarySoft', mb: 2 }}>
          <Icon />
        </Box>
      )}
      <Typography variant="h2" component={isPage ? 'h1' : 'h2'}>
        {title}
      </Typography>
      <Typography sx={{ color: 'tokens.text2', maxWidth: 380 }}>{text}</Typography>
      {children && <Box sx={{ mt: 2 }}>{children}</Box>}
    </Box>
  );
}

interface NothingFoundProps {
  title: string;
  /** The filters that are on, in words. */
  filters: string;
  onClear: () => void;
}

/** Filters too tight: says which, and takes them off. */
export function NothingFound({ title, filters, onClear }: NothingFoundProps) {
  const { t } = useTranslation();
  return (
    <EmptyState title={title} text={filters}>
      <Button variant="outlined" onClick={onClear}>
        {t('states.clearFilters')}
      </Button>
    </EmptyState>
  );
}
