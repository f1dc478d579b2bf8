import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { useTranslation } from 'react-i18next';

import type { Connection } from '@/api/rows';
import { Tag } from '@/components/tag';

export type State = Connection['state'];

const looks = {
  connected: { tone: 'fine', icon: CheckCircleOutlined },
  attention: { tone: 'look', icon: ReportProblemOutlined },
  off: { tone: 'plain', icon: LinkOffOutlined },
} as const;

/** Connected, not connected, or in need of a look. */
export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {t(`integrations.state.${state}`)}
    </Tag>
  );
}

/** The state of all connections of a provider: the one that needs a look counts first, one that works before none. */
export function stateOf(connections: readonly Connection[]): State {
  const states = connections.map(({ state }) => state);
  return states.includes('attention') ? 'attention' : states.includes('connected') ? 'connected' : 'off';
}
