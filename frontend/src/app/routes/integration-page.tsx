import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NoRight } from '@/components/no-right';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { SkeletonRows } from '@/components/skeleton-rows';
import { guides, paths } from '@/config/paths';
import { GuideLink } from '@/features/integrations/guide-link';
import { ProviderDetail } from '@/features/integrations/provider-detail';
import { StateTag, stateOf } from '@/features/integrations/state-tag';
import { useIntegrations } from '@/features/integrations/use-integrations';
import { useMayNot } from '@/lib/authorization';

/** One thing that is or can be connected. */
export function IntegrationPage() {
  const { t } = useTranslation();
  if (useMayNot('connection.see')) return <NoRight title={t('nav.integrations')} />;
  return <Content />;
}

function Content() {
  const { t } = useTranslation();
  const { kind, slug } = useParams();
  const { providers, connections, error, refetch } = useIntegrations();
  const provider = providers?.find((found) => found.kind === kind && found.slug === slug);
  useNameDetail(provider?.name ?? '');
  if (!providers) return error ? <ErrorState isPage title={t('integrations.failed')} error={error} onRetry={refetch} /> : <SkeletonRows count={4} picture="square" />;
  if (!provider) return <EmptyState isPage title={t('integrations.gone')} text={t('integrations.goneText')} />;
  const mine = connections.filter((connection) => connection.kind === kind && connection.slug === slug);
  return (
    <PageBody>
      <BackLink to={paths.integrations}>{t('nav.integrations')}</BackLink>
      <PageHead title={provider.name} tags={<StateTag state={stateOf(mine)} />} line={t(`integrations.group.${provider.kind}`, { defaultValue: provider.kind })}>
        <GuideLink to={guides.integrations}>{t('integrations.guide')}</GuideLink>
      </PageHead>
      <ProviderDetail key={provider.slug} provider={provider} connections={mine} />
    </PageBody>
  );
}
