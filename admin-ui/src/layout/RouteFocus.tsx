import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** After a change of page, reading starts at its heading, not at the link that was left behind. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo({ top: 0 });
    const heading = document.getElementById("page-title") ?? document.getElementById("main");
    heading?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
