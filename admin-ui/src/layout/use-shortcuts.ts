import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { isShortcut } from "./shortcuts.ts";

const places: Record<string, string> = { KeyH: "/", KeyI: "/inbox", KeyC: "/cases", KeyK: "/cycles" };
const CHORD_MS = 1200;

export function useShortcuts(openHelp: () => void): void {
  const navigate = useNavigate();
  const goPressedAt = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      if (event.key === "?") return openHelp();
      if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (field) event.preventDefault();
        return field?.focus();
      }
      const place = places[event.code];
      if (place && event.timeStamp - goPressedAt.current < CHORD_MS) void navigate(place);
      goPressedAt.current = event.code === "KeyG" ? event.timeStamp : 0;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, openHelp]);
}
