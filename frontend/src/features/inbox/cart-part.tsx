import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { ProductPicture } from '@/components/product-picture';
import { TextLink } from '@/components/text-link';
import { productPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { SidePart } from './side-parts';

/** What lies in the cart, and what the customer is looking at. */
export function CartPart({ cart, focus }: Pick<Conversation, 'cart' | 'focus'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const empty = cart.lines.length === 0;
  return (
    <SidePart title={t('side.cart')} note={empty || !cart.total ? t('side.cartEmpty') : format.money(cart.total)}>
      {cart.lines.map((line) => (
        <Pictured key={`${line.name} ${line.color} ${line.size}`} src={line.image_url}>
          <Box>{t('side.cartLine', { name: line.name, size: line.size, color: line.color })}</Box>
          <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('side.cartPrice', { count: line.quantity, price: format.money(line.unit_price) })}</Box>
        </Pictured>
      ))}
      {empty && focus && (
        <Pictured src={focus.image_url}>
          <TextLink to={productPath(focus.product_id)}>{focus.name}</TextLink>
          <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('side.lookingAt', { price: format.money(focus.price) })}</Box>
        </Pictured>
      )}
    </SidePart>
  );
}

function Pictured({ src, children }: { src: string | null; children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1 }}>
      <ProductPicture src={src} width={46} height={54} />
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}
