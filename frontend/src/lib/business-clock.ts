import { createContext, useContext } from 'react';

/** The time the shop lives by. In demo mode it runs ahead of the device's clock. */
export const BusinessClock = createContext<Date>(new Date(0));

/** Now, by the shop's clock; the page is drawn again as it moves on. */
export const useNow = () => useContext(BusinessClock);

/** How far the shop's clock is ahead of this device, from what the server said it was when its answer came. */
export const clockLead = (serverNow: string, receivedAt: number) => Date.parse(serverNow) - receivedAt;
