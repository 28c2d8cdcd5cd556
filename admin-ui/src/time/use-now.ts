import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** Deadlines move while a page stays open over midnight. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
