import CableOutlined from '@mui/icons-material/CableOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';

const icons: Record<string, SvgIconComponent> = { messaging: ForumOutlined, payments: PaymentsOutlined };

/** What kind of thing is connected, as a small tile. */
export function ProviderIcon({ kind }: { kind: string }) {
  const Icon = icons[kind] ?? CableOutlined;
  return (
    <Box aria-hidden sx={{ width: 40, height: 40, flexShrink: 0, borderRadius: '8px', display: 'grid', placeItems: 'center', bgcolor: 'tokens.primarySoft', color: 'tokens.onPrimarySoft' }}>
      <Icon sx={{ fontSize: 22 }} />
    </Box>
  );
}
