import type { CommandRequest } from "../../../domain/contracts/cases.ts";
import type { Label } from "../i18n/use-text.ts";

/**
 * A decision is kept with its id from the moment the person confirms it until the server has answered. Closing the
 * phone, a dead network or a reload must end in "sent once" or "plainly not sent", never in a guess.
 */
export interface PendingCommand {
  id: string;
  personId: string;
  caseId: string;
  title: string;
  /** What the person pressed, in both languages. */
  act: Label;
  request: CommandRequest;
  madeAt: number;
}

const KEY = "trinh-ky.outbox";
const CHANGED = "trinh-ky:outbox";

const inFlight = new Set<string>();
let cachedText: string | null = null;
let cached: readonly PendingCommand[] = [];
let unsent: readonly PendingCommand[] = [];

function pendingCommands(): readonly PendingCommand[] {
  const text = localStorage.getItem(KEY);
  if (text !== cachedText) {
    cachedText = text;
    cached = text ? (JSON.parse(text) as PendingCommand[]) : [];
    refilter();
  }
  return cached;
}

const refilter = (): void => {
  unsent = cached.filter(({ id }) => !inFlight.has(id));
};

/** Kept, and not on its way just now. The same array as long as nothing changed: React compares by identity. */
export function unsentCommands(): readonly PendingCommand[] {
  pendingCommands();
  return unsent;
}

/** While an answer may still come, nothing is called unsent. */
export async function whileInFlight<T>(id: string, sending: () => Promise<T>): Promise<T> {
  const mark = (change: () => void): void => {
    change();
    refilter();
    window.dispatchEvent(new Event(CHANGED));
  };
  mark(() => inFlight.add(id));
  try {
    return await sending();
  } finally {
    mark(() => inFlight.delete(id));
  }
}

function store(commands: readonly PendingCommand[]): void {
  localStorage.setItem(KEY, JSON.stringify(commands));
  window.dispatchEvent(new Event(CHANGED));
}

export const keepCommand = (command: PendingCommand): void =>
  store([...pendingCommands().filter(({ id }) => id !== command.id), command]);

export const forgetCommand = (id: string): void => store(pendingCommands().filter((command) => command.id !== id));

/** A shared computer: nobody's unsent decision may ever be sent under another name. */
export const clearCommandsOfOthers = (personId: string): void =>
  store(pendingCommands().filter((command) => command.personId === personId));

export function watchOutbox(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
