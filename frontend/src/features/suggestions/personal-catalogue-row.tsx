import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRevokePersonalCatalogueMutation } from '@/api/endpoints.gen';
import type { PersonalCatalogue } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { ProductPicture } from '@/components/product-picture';
import { Tag, type Tone } from '@/components/tag';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const tones: Record<PersonalCatalogue['state'], Tone> = { open: 'fine', expired: 'plain', revoked: 'plain' };

/** One page: for whom, what is on it, how often people went on from it, and an end to it. */
export function PersonalCatalogueRow({ row }: { row: PersonalCatalogue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayEnd = useMay('conversation.hold');
  const name = row.lead?.name ?? t('pages.anybody');
  const facts = [t(`pages.by.${row.made_by}`), format.moment(row.created_at), row.state === 'open' && t('pages.until', { date: format.date(row.expires_at) })].filter(Boolean);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box aria-hidden sx={{ display: 'flex', gap: 1 }}>
        {row.pictures.slice(0, 3).map((picture) => (
          <ProductPicture key={picture} src={picture} width={36} height={44} />
        ))}
      </Box>
      <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link href={row.url} target="_blank" rel="noreferrer" sx={{ fontWeight: 600 }} title={row.names.join(', ')}>
          {t('pages.of', { name, count: row.items })}
        </Link>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{facts.join(', ')}</Box>
      </Box>
      <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>
        {t('pages.clicks', { count: row.clicks, value: format.count(row.clicks) })}, {t('pages.asked', { count: row.asked, value: format.count(row.asked) })}
      </Box>
      <Tag tone={tones[row.state]}>{t(`pages.state.${row.state}`)}</Tag>
      {row.state === 'open' && mayEnd && <EndPage row={row} name={name} />}
    </Box>
  );
}

function EndPage({ row, name }: { row: PersonalCatalogue; name: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [asking, setAsking] = useState(false);
  const [revoke, { isLoading }] = useRevokePersonalCatalogueMutation();
  const end = async () => {
    const answer = await revoke({ pageId: row.id });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'pages.endFailed' } : { kind: 'done', textKey: 'pages.ended' }));
    setAsking(false);
  };
  return (
    <>
      <Button color="error" aria-label={t('pages.endOf', { name })} onClick={() => setAsking(true)}>
        {t('pages.end')}
      </Button>
      <ConfirmDialog open={asking} title={t('pages.endTitle')} text={t('pages.endText')} deed={t('pages.endDeed')} busy={isLoading} onConfirm={() => void end()} onClose={() => setAsking(false)} />
    </>
  );
}
