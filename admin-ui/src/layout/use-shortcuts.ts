import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { isShortcut } from "./shortcuts.ts";

const places: Record<string, string> = { KeyH: "/", KeyI: "/inbox", KeyC: "/cases", KeyK: "/cycles" };
const CHORD_MS = 1200;

const steps: Record<string, number> = { KeyJ: 1, KeyK: -1 };

/** From row to row of whatever list is on the page; the focus shows where one is, Enter opens. */
function goToRow(step: number): void {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.querySelector("a") !== null);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = at < 0 ? rows[0] : rows[at + step];
  row?.querySelector("a")?.focus();
}

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
      const step = steps[event.code];
      const chord = event.timeStamp - goPressedAt.current < CHORD_MS;
      if (step !== undefined && !chord) return goToRow(step);
      const place = places[event.code];
      if (place && chord) void navigate(place);
      goPressedAt.current = event.code === "KeyG" ? event.timeStamp : 0;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, openHelp]);
}
