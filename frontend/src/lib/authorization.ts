import { useGetMeQuery } from '@/api/endpoints.gen';
import type { Role } from '@/api/rows';

/** Who may do what here. The server decides in the end; this only keeps a page from offering what it would refuse. */
const policies = {
  'conversation.hold': ['admin', 'manager', 'agent'],
  'fulfil.order': ['admin', 'manager', 'agent'],
  'money.refund': ['admin', 'manager', 'agent'],
  'orders.export': ['admin', 'manager'],
  'coupon.write': ['admin', 'manager'],
  'money.approve': ['admin', 'manager'],
  'wish.cancel': ['admin', 'manager', 'agent'],
  'demo.moveClock': ['admin'],
  'notice.dismiss': ['admin', 'manager'],
  'message.retry': ['admin', 'manager'],
  'knowledge.write': ['admin', 'manager'],
  'knowledge.try': ['admin', 'manager', 'agent'],
  'merchandise.write': ['admin', 'manager'],
  'stock.count': ['admin', 'manager', 'agent'],
  'template.write': ['admin', 'manager'],
  'connection.see': ['admin', 'manager'],
  'connection.change': ['admin'],
  'apiKey.see': ['admin', 'manager'],
  'apiKey.change': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof policies;

export const mayDo = (role: Role, deed: Deed) => (policies[deed] as readonly Role[]).includes(role);

/** Whether the person at the screen may do a thing. */
export function useMay(deed: Deed): boolean {
  const { data: me } = useGetMeQuery();
  return me !== undefined && mayDo(me.role, deed);
}

/** Whether it is known that the person may not; false while nobody knows yet. */
export function useMayNot(deed: Deed): boolean {
  const { data: me } = useGetMeQuery();
  return me !== undefined && !mayDo(me.role, deed);
}
