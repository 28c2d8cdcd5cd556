import { useRef } from "react";

const LINES_ABOVE = 4;

/** Brings a place of a long text before the eyes, marked to the end of its line. */
export function useTextPlace() {
  const field = useRef<HTMLTextAreaElement>(null);
  const goTo = (offset: number): void => {
    const area = field.current;
    if (!area) return;
    const end = area.value.indexOf("\n", offset);
    area.focus();
    area.setSelectionRange(offset, end < 0 ? area.value.length : end);
    const lines = area.value.slice(0, offset).split("\n").length - 1;
    const height = Number.parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = Math.max(0, (lines - LINES_ABOVE) * height);
    area.scrollIntoView({ block: "nearest" });
  };
  return { field, goTo };
}

export type TextPlace = ReturnType<typeof useTextPlace>;
