import { useCallback } from "react";
import { vi } from "../i18n/messages.ts";
import { useText } from "../i18n/use-text.ts";

type EventName = keyof typeof vi.event;

const nameOf = (type: string): EventName => (type in vi.event ? (type as EventName) : "other");

export function useEventName(): (type: string) => string {
  const text = useText();
  return useCallback((type) => text(`event.${nameOf(type)}`), [text]);
}
