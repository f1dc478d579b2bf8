import { useEffect, useState } from 'react';

import { useGetStatusQuery } from '@/api/endpoints.gen';
import { BusinessClock, clockLead } from '@/lib/business-clock';

const TICK_MS = 10_000;

/** Runs the shop's clock in the page: the device's clock plus what the server is ahead of it. */
export function BusinessClockProvider({ children }: { children: React.ReactNode }) {
  const { data: status, fulfilledTimeStamp } = useGetStatusQuery();
  const [wall, setWall] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setWall(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const receivedAt = fulfilledTimeStamp ?? wall;
  const lead = status ? clockLead(status.clock.now, receivedAt) : 0;
  const now = useStableDate(Math.max(wall, receivedAt) + lead);
  return <BusinessClock value={now}>{children}</BusinessClock>;
}

/** The same Date object until the time is another one, so that nothing is drawn for no reason. */
function useStableDate(milliseconds: number): Date {
  const [date, setDate] = useState(() => new Date(milliseconds));
  if (date.getTime() === milliseconds) return date;
  const next = new Date(milliseconds);
  setDate(next);
  return next;
}
