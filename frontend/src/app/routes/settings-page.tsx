import { useTranslation } from 'react-i18next';

import { NoRight } from '@/components/no-right';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { ApiKeys } from '@/features/api-keys/api-keys';
import { Coupons } from '@/features/coupons/coupons';
import { Delivery } from '@/features/delivery/delivery';
import { useMayNot } from '@/lib/authorization';

/** What is set for the shop as a whole: where it ships, its coupons and the keys of its programs. */
export function SettingsPage() {
  const { t } = useTranslation();
  if (useMayNot('apiKey.see')) return <NoRight title={t('nav.settings')} />;
  return (
    <PageBody>
      <PageHead title={t('nav.settings')} />
      <Delivery />
      <Coupons />
      <ApiKeys />
    </PageBody>
  );
}
