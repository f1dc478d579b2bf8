import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import CreditCardOffOutlined from '@mui/icons-material/CreditCardOffOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import PanToolOutlined from '@mui/icons-material/PanToolOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

import { useDismissNoticeMutation } from '@/api/endpoints.gen';
import type { Need } from '@/api/rows';
import { Panel } from '@/components/panel';
import { TextLink } from '@/components/text-link';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { needPath } from './need-path';

interface Look {
  icon: SvgIconComponent;
  tone: 'coral' | 'danger' | 'warning';
}

/** Sorted by harm: people first, then money, then what may come. */
const looks: Partial<Record<Need['kind'], Look>> = {
  person_wanted: { icon: PanToolOutlined, tone: 'coral' },
  payment_failed: { icon: CreditCardOffOutlined, tone: 'danger' },
  unknown_sends: { icon: HelpOutlineOutlined, tone: 'warning' },
  parked: { icon: Inventory2Outlined, tone: 'danger' },
  cap: { icon: PaymentsOutlined, tone: 'warning' },
  sold_out: { icon: CheckroomOutlined, tone: 'warning' },
};

/** What an outside system told of us. */
const notice: Look = { icon: CampaignOutlined, tone: 'warning' };

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
          <NeedRow key={need.notice_id ?? `${need.kind} ${need.subject ?? ''}`} need={need} />
        ))}
      </Box>
    </Panel>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = looks[need.kind] ?? notice;
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
      {need.notice_id && <Dismiss kind={need.kind} noticeId={need.notice_id} />}
      {to && (
        <Box sx={{ pl: { xs: '46px', sm: 0 } }}>
          <TextLink to={to}>{t(`needs.${need.kind}.link`)}</TextLink>
        </Box>
      )}
    </Box>
  );
}

/** Puts a notice away once it was read. */
function Dismiss({ kind, noticeId }: { kind: Need['kind']; noticeId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [dismiss, { isLoading }] = useDismissNoticeMutation();
  if (!useMay('notice.dismiss')) return null;
  const read = async () => {
    if ('error' in (await dismiss({ noticeId }))) dispatch(noticeShown({ kind: 'failed', textKey: 'notice.dismissFailed' }));
  };
  return (
    <Button size="small" disabled={isLoading} onClick={() => void read()}>
      {t(kind === 'template_category_changed' ? 'notice.agree' : 'notice.dismiss')}
    </Button>
  );
}

/** What it is, and since when or what is done about it already. */
export function useNeedWords(need: Need) {
  const { t } = useTranslation();
  const format = useFormat();
  if (need.notice_id) {
    const since = t('notice.since', { wait: format.since(need.since ?? ''), detail: need.detail ?? '' });
    return { what: t(`notice.${need.kind}`, { subject: need.subject ?? '' }), more: since.trim() };
  }
  const values = { count: need.count, amount: need.amount ? format.money(need.amount) : '', subject: need.subject ?? '' };
  const withAmount = need.amount ? `needs.${need.kind}.whatAmount` : `needs.${need.kind}.what`;
  const more = need.since ? t(`needs.${need.kind}.since`, { wait: format.since(need.since) }) : t(`needs.${need.kind}.more`);
  return { what: t(need.kind === 'payment_failed' ? withAmount : `needs.${need.kind}.what`, values), more };
}
