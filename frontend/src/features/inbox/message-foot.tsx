import CancelOutlined from '@mui/icons-material/CancelOutlined';
import DoneAllOutlined from '@mui/icons-material/DoneAllOutlined';
import DoneOutlined from '@mui/icons-material/DoneOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

import { usePersonName } from './holder-line';

interface Tick {
  icon: SvgIconComponent;
  tone: string;
}

const quiet = 'tokens.text3';

const ticks: Partial<Record<Message['status'], Tick>> = {
  queued: { icon: ScheduleOutlined, tone: quiet },
  sending: { icon: ScheduleOutlined, tone: quiet },
  sent: { icon: DoneOutlined, tone: quiet },
  delivered: { icon: DoneAllOutlined, tone: quiet },
  read: { icon: DoneAllOutlined, tone: 'tokens.c4' },
  unknown: { icon: HelpOutlineOutlined, tone: 'tokens.warning' },
  failed: { icon: ErrorOutlineOutlined, tone: 'tokens.danger' },
  cancelled: { icon: CancelOutlined, tone: quiet },
};

/** Under a message: who, when, what it cost, and how far it got. */
export function MessageFoot({ message, children }: { message: Message; children?: React.ReactNode }) {
  const format = useFormat();
  const words = useFootWords(message);
  const tick = message.direction === 'out' ? ticks[message.status] : undefined;
  const Icon = tick?.icon;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: message.direction === 'out' ? 'flex-end' : 'flex-start', gap: 1.5, fontSize: 13, color: 'tokens.text3', mt: 1 }}>
      <span title={format.exactly(message.at)}>{words.join(', ')}</span>
      {Icon && <Status message={message} icon={Icon} tone={tick.tone} />}
      {children}
    </Box>
  );
}

function useFootWords({ sender, sender_name: name, at, cost }: Message): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const personName = usePersonName();
  const who = sender === 'customer' ? [] : [sender === 'bot' ? t('inbox.bot') : personName(name)];
  const price = cost ? [cost.free || cost.micros === 0 ? t('cost.freeWord') : format.messagePrice(cost.micros, cost.currency)] : [];
  return [...who, format.clock(at), ...price];
}

/** Not sure and failed say so in words; the rest is a tick with a name. */
function Status({ message, icon: Icon, tone }: { message: Message; icon: SvgIconComponent; tone: string }) {
  const { t } = useTranslation();
  const loud = message.status === 'unknown' || message.status === 'failed';
  const reason = message.error ? t(`sendErrors.${message.error.told}`, { defaultValue: message.error.text }) : '';
  const words = message.error ? t('status.failedBecause', { reason }) : t(`status.${message.status}`);
  if (!loud) return <Icon titleAccess={words} sx={{ fontSize: 18, color: tone }} />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: tone, fontWeight: 600 }}>
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      {words}
    </Box>
  );
}
