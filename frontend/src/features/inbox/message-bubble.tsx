import AdsClickOutlined from '@mui/icons-material/AdsClickOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

import { DecisionTrace } from './decision-trace';
import { MessageContent } from './message-content';
import { MessageFoot } from './message-foot';
import { Quote } from './quote';

const grounds = {
  customer: { bgcolor: 'tokens.surface', borderColor: 'tokens.line', borderRadius: '14px 14px 14px 4px' },
  bot: { bgcolor: 'tokens.primarySoft', borderColor: 'transparent', borderRadius: '14px 14px 4px 14px' },
  agent: { bgcolor: 'tokens.plumSoft', borderColor: 'transparent', borderRadius: '14px 14px 4px 14px' },
} as const;

interface MessageBubbleProps {
  message: Message;
  /** Whether the customer wrote after it, so that its buttons are done with. */
  used: boolean;
  /** The message that it answers. */
  quoted?: Message;
  /** Chooses it as the one to answer; absent where nobody may write. */
  onAnswer?: () => void;
}

/** One message: the customer's left, the bot's and the shop's right, with what is to be said under it. */
export function MessageBubble({ message, used, quoted, onAnswer }: MessageBubbleProps) {
  const spokenName = useSpokenName(message);
  if (message.sender === 'system') return <Happening>{message.text}</Happening>;
  const right = message.direction === 'out';
  return (
    <Box component="article" aria-label={spokenName} sx={{ display: 'grid', justifyItems: right ? 'end' : 'start' }}>
      {message.ad && <CameFrom ad={message.ad} at={message.at} />}
      <Box sx={{ ...grounds[message.sender], borderWidth: '1px', borderStyle: 'solid', maxWidth: 'min(84%, 520px)', overflow: 'hidden' }}>
        {quoted && <Quote message={quoted} />}
        <MessageContent message={message} used={used} />
      </Box>
      {message.decision ? (
        <Explained message={message} decision={message.decision} />
      ) : (
        <MessageFoot message={message}>{onAnswer && message.direction === 'in' && <AnswerButton onAnswer={onAnswer} />}</MessageFoot>
      )}
    </Box>
  );
}

function useSpokenName({ sender, sender_name: name }: Message): string {
  const { t } = useTranslation();
  return sender === 'bot' ? t('inbox.bot') : name;
}

function AnswerButton({ onAnswer }: { onAnswer: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="small" onClick={onAnswer} sx={{ minWidth: 0, px: 1, py: 0, minHeight: '24px', '@media (pointer: coarse)': { minHeight: 44 } }}>
      {t('inbox.answerThis')}
    </Button>
  );
}

/** The foot with "Why?", and the trace folded out under it. */
function Explained({ message, decision }: { message: Message; decision: NonNullable<Message['decision']> }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ width: '100%' }}>
      <MessageFoot message={message}>
        <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ minWidth: 0, px: 1, py: 0, minHeight: '24px', '@media (pointer: coarse)': { minHeight: 44 } }}>
          {t('trace.why')}
        </Button>
      </MessageFoot>
      {open && <DecisionTrace id={id} decision={decision} />}
    </Box>
  );
}

/** Something that happened, in the middle of the chat: who took over, a new day. */
export function Happening({ children, icon }: { children: React.ReactNode; icon?: React.ReactNode }) {
  return (
    <Box sx={{ justifySelf: 'center', display: 'inline-flex', alignItems: 'center', gap: 1.5, px: 3, py: 0.5, my: 1, mx: 'auto', borderRadius: '999px', border: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.sunken', color: 'tokens.text2', fontSize: 13, textAlign: 'center' }}>
      {icon}
      {children}
    </Box>
  );
}

function CameFrom({ ad, at }: { ad: NonNullable<Message['ad']>; at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Happening icon={<AdsClickOutlined aria-hidden sx={{ fontSize: 16 }} />}>
      {t('inbox.cameFrom', { ad: ad.name || ad.headline, time: format.clock(at) })}
    </Happening>
  );
}
