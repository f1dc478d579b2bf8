import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { type GetProductFeedbackApiResponse, useGetProductFeedbackQuery } from '@/api/endpoints.gen';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { Tag } from '@/components/tag';
import { ThinBar } from '@/components/thin-bar';
import { useFormat } from '@/lib/use-format';

type Fit = GetProductFeedbackApiResponse['fit'];
type Awaited = GetProductFeedbackApiResponse['awaited'][number];

const kinds = ['small', 'right', 'large'] as const;

/** What buyers said of the fit, and who waits for which size. Nothing while it loads: the page stands without it. */
export function FeedbackPanels({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const { currentData: feedback, error, isError, refetch } = useGetProductFeedbackQuery({ productId });
  if (isError) {
    return (
      <Panel title={t('feedback.fit')} flush>
        <ErrorState title={t('feedback.failed')} error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (!feedback) return null;
  return (
    <>
      <FitPanel fit={feedback.fit} />
      {feedback.awaited.length > 0 && <AwaitedPanel awaited={feedback.awaited} />}
    </>
  );
}

function FitPanel({ fit }: { fit: Fit }) {
  const { t } = useTranslation();
  if (fit.verdicts === 0) {
    return (
      <Panel title={t('feedback.fit')}>
        <Box sx={{ color: 'tokens.text2' }}>{t('feedback.nobody')}</Box>
      </Panel>
    );
  }
  return (
    <Panel title={t('feedback.fit')} note={t('feedback.verdicts', { count: fit.verdicts })}>
      <Box sx={{ fontWeight: 600, mb: 3 }}>{t(`feedback.leaning.${fit.leaning || 'true'}`)}</Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 3 }}>
        {kinds.map((kind) => (
          <FitRow key={kind} kind={kind} fit={fit} />
        ))}
      </Box>
    </Panel>
  );
}

function FitRow({ kind, fit }: { kind: (typeof kinds)[number]; fit: Fit }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, mb: 1 }}>
        <Box component="dt" sx={{ color: 'tokens.text2' }}>
          {t(`feedback.kind.${kind}`)}
        </Box>
        <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
          {t('feedback.of', { few: format.count(fit[kind]), all: format.count(fit.verdicts) })}
        </Box>
      </Box>
      <ThinBar share={fit[kind] / fit.verdicts} height={6} tone={kind === 'right' ? 'tokens.c1' : 'tokens.coral'} />
    </div>
  );
}

function AwaitedPanel({ awaited }: { awaited: readonly Awaited[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('feedback.awaited')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {awaited.map((variant) => (
          <Box component="li" key={variant.variant_id} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 3 }}>
            <span>{[variant.size, variant.color].filter(Boolean).join(', ')}</span>
            <Tag tone="look">{t('feedback.people', { count: variant.people })}</Tag>
          </Box>
        ))}
      </Box>
      <Box sx={{ mt: 3, fontSize: 13, color: 'tokens.text2' }}>{t('feedback.toldOnce')}</Box>
    </Panel>
  );
}
