import { useTranslation } from 'react-i18next';

import type { Connection } from '@/api/rows';

/** Why a connection needs a look, worst first, in plain words. */
export function useAttentionText(): (connection: Connection) => string[] {
  const { t } = useTranslation();
  return ({ attention, health }) => attention.map((reason) => t(`integrations.attention.${reason}`, { count: reason === 'parked' ? health.parked : health.failed }));
}
