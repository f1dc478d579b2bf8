import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import PanToolOutlined from '@mui/icons-material/PanToolOutlined';
import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

import { useGetMeQuery } from '@/api/endpoints.gen';
import type { Conversation } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { paths } from '@/config/paths';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useLayout } from '@/lib/use-layout';

import { useHold } from './use-hold';

interface ConversationHeadProps {
  conversation: Conversation;
  onDetails: () => void;
}

/** Who it is, who answers, and the one deed: take over, or hand back in the same place. */
export function ConversationHead({ conversation, onDetails }: ConversationHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const layout = useLayout();
  const { search } = useLocation();
  const { lead } = conversation;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: { xs: 1.5, sm: 3 }, px: { xs: 2, sm: 4 }, minHeight: 66, borderBottom: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.surface' }}>
      {layout === 'phone' && (
        <IconButton component={Link} to={{ pathname: paths.inbox, search }} aria-label={t('inbox.back')} sx={{ mx: -1 }}>
          <ArrowBackOutlined />
        </IconButton>
      )}
      <Avatar id={lead.id} initials={lead.initials} size={layout === 'phone' ? 34 : 40} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, minWidth: 0 }}>
          <Typography component="h2" title={lead.name} sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {lead.name}
          </Typography>
          {layout === 'desktop' && (
            <Box component="span" sx={{ fontSize: 13, color: 'tokens.text2' }}>
              {format.language(lead.language)}
            </Box>
          )}
        </Box>
        <WhoAnswers conversation={conversation} />
      </Box>
      <HoldButton conversation={conversation} />
      {layout !== 'desktop' && (
        <IconButton aria-label={t('inbox.details')} onClick={onDetails} sx={{ mx: { xs: -1, sm: 0 } }}>
          <InfoOutlined />
        </IconButton>
      )}
    </Box>
  );
}

function WhoAnswers({ conversation: { holder, holder_name: name } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  const phone = useLayout() === 'phone';
  const words = {
    bot: { text: t('inbox.botAnswers'), tone: 'tokens.text2' },
    waiting: { text: t('inbox.waitsForYou'), tone: 'tokens.coral' },
    person: { text: phone ? t('inbox.botSilentShort') : name === me?.user.name ? t('inbox.botSilentYou') : t('inbox.botSilent', { name }), tone: 'tokens.plum' },
  }[holder];
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: { xs: 12, sm: 13 }, fontWeight: holder === 'bot' ? 400 : 600, color: words.tone }}>
      {holder === 'bot' && <SmartToyOutlined aria-hidden sx={{ fontSize: 16 }} />}
      {words.text}
    </Box>
  );
}

function HoldButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { busy, takeOver, handBack } = useHold(conversation.id);
  const mayHold = useMay('conversation.hold');
  const phone = useLayout() === 'phone';
  if (!mayHold) return null;
  if (conversation.can_take_over) {
    return (
      <Button variant="contained" disabled={busy} startIcon={phone ? undefined : <PanToolOutlined />} onClick={() => void takeOver()} sx={{ flexShrink: 0, px: { xs: 2.5, sm: 3.5 } }}>
        {t('inbox.takeOver')}
      </Button>
    );
  }
  if (conversation.holder !== 'person') return null;
  return (
    <Button variant="outlined" disabled={busy} onClick={() => void handBack()} sx={{ flexShrink: 0, px: { xs: 2.5, sm: 3.5 } }}>
      {t('inbox.handBack')}
    </Button>
  );
}
