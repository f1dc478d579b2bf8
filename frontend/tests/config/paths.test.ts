import { describe, expect, test } from 'vitest';

import { conversationPath, isPortalPath, safeNext, signInPath } from '@/config/paths';
import { needPath } from '@/features/dashboard/need-path';

describe('Paths', () => {
  test('only pages that exist are paths of the portal', () => {
    const known = ['/', '/inbox?filter=mine', '/orders/o1', '/parked', '/nurture/budget', '/orders/o1/refund'];
    expect(known.filter(isPortalPath)).toEqual(['/', '/inbox?filter=mine', '/orders/o1', '/parked']);
  });

  test('after signing in nobody is led elsewhere', () => {
    const wanted = ['/orders?tab=to_pay', '//evil.example', 'https://evil.example', '/\\evil.example', '/sign-in', null];
    expect(wanted.map(safeNext)).toEqual(['/orders?tab=to_pay', '/', '/', '/', '/', '/']);
    expect(signInPath('/orders?tab=to_pay')).toBe('/sign-in?next=%2Forders%3Ftab%3Dto_pay');
  });

  test('ids cannot reach out of their place', () => {
    expect(conversationPath('../orders')).toBe('/inbox/..%2Forders');
  });

  test('a need whose page does not exist has no link', () => {
    expect(needPath({ link: 'inbox?filter=needs_you' })).toBe('/inbox?filter=needs_you');
    expect(needPath({ link: 'nurture/budget' })).toBeNull();
  });
});
