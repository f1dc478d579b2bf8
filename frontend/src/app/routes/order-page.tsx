import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';

import { Sheet } from '@/components/sheet';
import { paths } from '@/config/paths';
import { OrderDetail } from '@/features/orders/order-detail';
import { useLayout } from '@/lib/use-layout';

import { OrdersPage } from './orders-page';

/** One order: a page of its own, on a tablet a sheet over the list. */
export function OrderPage() {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const navigate = useNavigate();
  if (useLayout() !== 'tablet') return <OrderDetail orderId={orderId} />;
  return (
    <>
      <OrdersPage />
      <Sheet label={t('orders.order')} open onClose={() => void navigate(paths.orders)}>
        <OrderDetail orderId={orderId} />
      </Sheet>
    </>
  );
}
