import { useTranslation } from 'react-i18next';

import type { Reach } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

/** A share of fewer showings says nothing. */
export const TELLS_FROM = 20;

/** The heads over `ReachCells`. */
export function ReachHead({ first }: { first: string }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className="number">
          {t('suggestions.column.shown')}
        </th>
        <th scope="col" className="number">
          {t('suggestions.column.tapped')}
        </th>
        <th scope="col" className="number">
          {t('suggestions.column.bought')}
        </th>
      </tr>
    </thead>
  );
}

/** Shown, opened with its share, bought. */
export function ReachCells({ reach }: { reach: Reach }) {
  const format = useFormat();
  return (
    <>
      <td className="number">{format.count(reach.shown)}</td>
      <td className="number">
        <b>{reach.shown >= TELLS_FROM ? format.wholeShare(reach.tapped / reach.shown) : ''}</b> {format.count(reach.tapped)}
      </td>
      <td className="number">{format.count(reach.bought)}</td>
    </>
  );
}
