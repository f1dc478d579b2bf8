import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { ConversationRow } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { EmptyState } from '@/components/empty-state';
import { Panel } from '@/components/panel';
import { ProductPicture } from '@/components/product-picture';
import { StageTag } from '@/components/stage-tag';
import { TextLink } from '@/components/text-link';
import { conversationPath, paths } from '@/config/paths';
import { languageMark } from '@/lib/format/locale';
import { useFormat } from '@/lib/use-format';

interface LiveConversationsProps {
  rows: readonly ConversationRow[];
  total: number;
}

/** Who is talking with the bot right now. */
export function LiveConversations({ rows, total }: LiveConversationsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel flush title={t('live.title')} note={format.count(total)} action={<TextLink to={paths.inbox}>{t('live.all')}</TextLink>}>
      {rows.length === 0 && <EmptyState icon={ForumOutlined} title={t('inbox.empty')} text={t('inbox.emptyText')} />}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map((row) => (
          <LiveRow key={row.id} row={row} />
        ))}
      </Box>
    </Panel>
  );
}

const columns = {
  xs: '40px minmax(0, 1fr) auto',
  sm: '40px minmax(0, 1fr) auto 52px 36px',
  md: '40px minmax(0, 1fr) auto 108px 52px 36px',
};

function LiveRow({ row }: { row: ConversationRow }) {
  const format = useFormat();
  return (
    <Box
      component="li"
      sx={{ position: 'relative', display: 'grid', gridTemplateColumns: columns, alignItems: 'center', columnGap: 3, px: 4, minHeight: 56, py: 1, borderTop: '1px solid', borderColor: 'tokens.line', '&:hover': { bgcolor: 'tokens.sunken' } }}
    >
      <Avatar id={row.lead.id} initials={row.lead.initials} size={36} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Box component={Link} to={conversationPath(row.id)} sx={nameLook}>
            {row.lead.name}
          </Box>
          <Box component="span" sx={{ fontSize: 12, color: 'tokens.text3' }}>
            {languageMark(row.lead.language)}
          </Box>
          <Box component="span" sx={{ display: { sm: 'none' }, fontSize: 12, color: 'tokens.text3', ml: 'auto', whiteSpace: 'nowrap' }}>
            {format.since(row.last_at)}
          </Box>
        </Box>
        <Box title={row.preview} sx={oneLine}>
          {row.preview}
        </Box>
      </Box>
      <StageTag stage={row.stage} />
      <WindowLeft row={row} />
      <Box sx={{ display: { xs: 'none', sm: 'block' }, textAlign: 'right', fontSize: 13, color: 'tokens.text2', whiteSpace: 'nowrap' }} title={format.exactly(row.last_at)}>
        {format.since(row.last_at)}
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        <ProductPicture src={row.image_url} width={34} height={42} />
      </Box>
    </Box>
  );
}

const oneLine = { fontSize: 13, color: 'tokens.text2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** The name is the link; its press area is the whole row. */
const nameLook = {
  color: 'tokens.text',
  fontWeight: 600,
  textDecoration: 'none',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '&::after': { content: '""', position: 'absolute', inset: 0 },
} as const;

/** How long the bot may still write freely. */
function WindowLeft({ row }: { row: ConversationRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = row.window.until ? format.until(row.window.until) : '';
  const text = row.window.kind === 'ad' ? t('window.adShort', { left }) : row.window.kind === 'service' ? left : t('window.closedShort');
  return <Box sx={{ display: { xs: 'none', md: 'block' }, fontSize: 13, color: 'tokens.text2', whiteSpace: 'nowrap' }}>{text}</Box>;
}
