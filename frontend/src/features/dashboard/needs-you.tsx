import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import CreditCardOffOutlined from '@mui/icons-material/CreditCardOffOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import PanToolOutlined from '@mui/icons-material/PanToolOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import ReportOutlined from '@mui/icons-material/ReportOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SvgIconComponent } from '@mui/icons-material';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import type { Need } from '@/api/rows';
import { Panel } from '@/components/panel';
import { TextLink } from '@/components/text-link';
import { useFormat } from '@/lib/use-format';

import { needPath } from './need-path';
import { SendingDeed } from './sending-deed';

interface Look {
  icon: SvgIconComponent;
  tone: 'coral' | 'danger' | 'warning';
}

/** Sorted by harm: people first, then money, then what may come. */
const looks: Record<Need['kind'], Look> = {
  person_wanted: { icon: PanToolOutlined, tone: 'coral' },
  ticket_late: { icon: ConfirmationNumberOutlined, tone: 'coral' },
  payment_failed: { icon: CreditCardOffOutlined, tone: 'danger' },
  unknown_sends: { icon: HelpOutlineOutlined, tone: 'warning' },
  parked: { icon: Inventory2Outlined, tone: 'danger' },
  cap: { icon: PaymentsOutlined, tone: 'warning' },
  sold_out: { icon: CheckroomOutlined, tone: 'warning' },
  sending_stopped: { icon: ReportOutlined, tone: 'danger' },
  notice: { icon: CampaignOutlined, tone: 'warning' },
};

/** What needs a person, with one link each. It stays when there is nothing, and says so. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation();
  if (needs.length === 0) {
    return (
      <Panel>
        <Typography sx={{ color: 'tokens.text2' }}>{t('needs.nothing')}</Typography>
      </Panel>
    );
  }
  return (
    <Panel title={t('needs.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
        {needs.map((need) => (
          <NeedRow key={need.id ?? `${need.kind} ${need.told ?? ''} ${need.subject ?? ''}`} need={need} />
        ))}
      </Box>
    </Panel>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = looks[need.kind];
  const words = useNeedWords(need);
  const to = needPath(need);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center', columnGap: 3, minHeight: 48 }}>
      <Box aria-hidden sx={{ width: 34, height: 34, flexShrink: 0, borderRadius: '8px', display: 'grid', placeItems: 'center', bgcolor: `tokens.${tone}Soft`, color: `tokens.${tone}` }}>
        <Icon sx={{ fontSize: 20 }} />
      </Box>
      <Box sx={{ flex: { xs: '1 1 calc(100% - 60px)', sm: 1 }, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{words.what}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{words.more}</Box>
      </Box>
      {to && (
        <Box sx={{ pl: { xs: '46px', sm: 0 } }}>
          <TextLink to={to}>{t(`needs.${need.kind}.link`)}</TextLink>
        </Box>
      )}
      <SendingDeed need={need} />
    </Box>
  );
}

/** What it is, and since when or what is done about it already. */
export function useNeedWords(need: Need) {
  const { t } = useTranslation();
  const format = useFormat();
  if (need.told) return { what: toldWords(t, need), more: since(t, need, format.since(need.since ?? '')) };
  const values = { count: need.count, amount: need.amount ? format.money(need.amount) : '', subject: need.subject ?? '' };
  const withAmount = need.amount ? `needs.${need.kind}.whatAmount` : `needs.${need.kind}.what`;
  const more = need.since ? t(`needs.${need.kind}.since`, { wait: format.since(need.since) }) : t(`needs.${need.kind}.more`);
  return { what: t(need.kind === 'payment_failed' ? withAmount : `needs.${need.kind}.what`, values), more };
}

/** What the provider tells has a sentence of its own; what a refused send taught has that of its error. */
function toldWords(t: TFunction, { kind, told, subject }: Need): string {
  const error = t(`sendErrors.${told ?? ''}`, { defaultValue: t('sendErrors.send_refused') });
  const words = subject ? `${subject}: ${error}` : error;
  return kind === 'notice' ? t(`notice.${told ?? ''}`, { subject: subject ?? '', defaultValue: words }) : words;
}

function since(t: TFunction, { kind, detail }: Need, wait: string): string {
  return [t(`needs.${kind}.since`, { wait }), detail].filter(Boolean).join(' ');
}
