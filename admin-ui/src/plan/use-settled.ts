import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/** Ask once per pause in the typing, not once per letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
