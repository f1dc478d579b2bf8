import { useTranslation } from 'react-i18next';

import { NoRight } from '@/components/no-right';
import { ErrorState } from '@/components/error-state';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { SkeletonRows } from '@/components/skeleton-rows';
import { guides } from '@/config/paths';
import { GuideLink } from '@/features/integrations/guide-link';
import { ProviderCards } from '@/features/integrations/provider-cards';
import { useIntegrations } from '@/features/integrations/use-integrations';
import { useMayNot } from '@/lib/authorization';

/** What the shop is connected to, and what it could be. */
export function IntegrationsPage() {
  const { t } = useTranslation();
  if (useMayNot('connection.see')) return <NoRight title={t('nav.integrations')} />;
  return <Content />;
}

function Content() {
  const { t } = useTranslation();
  const { providers, connections, error, refetch } = useIntegrations();
  return (
    <PageBody>
      <PageHead title={t('nav.integrations')} line={t('integrations.line')}>
        <GuideLink to={guides.integrations}>{t('integrations.guide')}</GuideLink>
        <GuideLink to={guides.webhooks}>{t('integrations.guideWebhooks')}</GuideLink>
      </PageHead>
      {providers ? (
        <ProviderCards providers={providers} connections={connections} />
      ) : error ? (
        <ErrorState title={t('integrations.failed')} error={error} onRetry={refetch} />
      ) : (
        <SkeletonRows count={3} picture="square" />
      )}
    </PageBody>
  );
}
