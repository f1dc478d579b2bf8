import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';
import type { Decision } from '@/api/rows';
import { Tag } from '@/components/tag';
import { TextLink } from '@/components/text-link';
import { productPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

/** A code as words: "size_help+product" is "size help, product". */
const asWords = (code: string) => code.replaceAll('+', ', ').replaceAll('_', ' ');

/** Why the bot said this: what it understood, by which rule, on which facts. */
export function DecisionTrace({ id, decision }: { id: string; decision: Decision }) {
  const { t } = useTranslation();
  const format = useFormat();
  const took = decision.took_ms === null ? '' : t('time.milliseconds', { value: format.count(Math.round(decision.took_ms * 10) / 10) });
  return (
    <Box id={id} role="group" aria-label={t('trace.title')} sx={{ mt: 2, p: 3.5, bgcolor: 'tokens.sunken', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 2 }}>
        <Typography variant="h3">{t('trace.title')}</Typography>
        <Box component="span" sx={{ fontSize: 13, color: 'tokens.text2' }}>
          {took}
        </Box>
      </Box>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '84px minmax(0, 1fr)' }, columnGap: 3, rowGap: { xs: 0, sm: 1.5 }, m: 0, '& dt': { color: 'tokens.text2' }, '& dd': { m: 0, mb: { xs: 1.5, sm: 0 } }, fontSize: 13 }}>
        <dt>{t('trace.understood')}</dt>
        <dd>
          <Understood decision={decision} />
        </dd>
        {decision.read_as.length > 0 && <Entry term={t('trace.readAs')}>{decision.read_as.join('; ')}</Entry>}
        <Entry term={t(decision.rule ? 'trace.rule' : 'trace.answeredAs')}>{asWords(decision.rule || decision.skill)}</Entry>
        {decision.facts.length > 0 && (
          <Entry term={t('trace.facts')}>
            <Facts facts={decision.facts} />
          </Entry>
        )}
      </Box>
      {decision.product_id && (
        <Box sx={{ borderTop: '1px solid', borderColor: 'tokens.line', mt: 3, pt: 2 }}>
          <TextLink to={productPath(decision.product_id)}>{t('trace.openProduct')}</TextLink>
        </Box>
      )}
    </Box>
  );
}

function Entry({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Understood({ decision: { understood } }: { decision: Decision }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (understood.length === 0) return t('trace.notAMessage');
  return understood.map(({ intent, confidence }, index) => (
    <Box component="span" key={intent} sx={{ display: 'block' }}>
      <b>{t(`intent.${intent}`, { defaultValue: asWords(intent) })}</b>
      {t(index === 0 ? 'trace.sure' : 'trace.alsoSure', { share: format.wholeShare(confidence) })}
    </Box>
  ));
}

/** A fact in words. Prices and totals are stored in minor units of the shop's currency. */
function useFactWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useGetMeQuery();
  return ({ kind, subject, value }: Decision['facts'][number]) => {
    const isMoney = (kind === 'price' || kind === 'total') && /^\d+$/.test(value) && me?.shop;
    const shown = isMoney ? format.money({ minor: Number(value), currency: isMoney.currency }) : value;
    return t(`fact.${kind}`, { subject, value: shown, defaultValue: [subject, shown].filter(Boolean).join(': ') });
  };
}

function Facts({ facts }: Pick<Decision, 'facts'>) {
  const words = useFactWords();
  return (
    <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, m: 0, p: 0, listStyle: 'none' }}>
      {facts.map((fact) => (
        <li key={`${fact.kind} ${fact.subject} ${fact.value}`}>
          <Tag tone="fine" icon={CheckOutlined}>
            {words(fact)}
          </Tag>
        </li>
      ))}
    </Box>
  );
}
