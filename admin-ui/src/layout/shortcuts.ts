const KEY = "trinh-ky.shortcuts";

export const shortcutsOn = (): boolean => localStorage.getItem(KEY) !== "off";
export const setShortcuts = (on: boolean): void => localStorage.setItem(KEY, on ? "on" : "off");

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Telex and VNI write with letter keys (WCAG 2.1.4): nothing happens in a field or in the middle of a composition. */
export const isShortcut = (event: KeyboardEvent): boolean =>
  shortcutsOn() &&
  !event.isComposing &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !typing(event.target) &&
  document.querySelector('[role="dialog"]') === null;
