import { useCallback, useEffect, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { CommandRequest, Receipt } from "../../../domain/contracts/cases.ts";
import { isOutcomeUnknown, isSignedOut } from "../providers/api-problem.ts";
import { knownPersonId } from "../providers/current-person.ts";
import { forgetCommand, keepCommand, whileInFlight } from "../providers/outbox.ts";
import type { Label } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";

export interface Sending {
  caseId: string;
  title: string;
  act: Label;
  request: CommandRequest;
}

export type CommandState =
  | { at: "idle" }
  | { at: "sending" }
  | { at: "answered"; receipt: Receipt }
  /** No answer came: the same request, with the same id, may be sent again without harm. */
  | { at: "unknown"; sending: Sending; error: unknown; since: number }
  | { at: "refused"; error: unknown };

const POLL_MS = 1_500;

export function useCommand() {
  const provider = useProvider();
  const client = useQueryClient();
  const [state, setState] = useState<CommandState>({ at: "idle" });
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const send = useCallback(
    async (sending: Sending) => {
      const { id } = sending.request;
      setState({ at: "sending" });
      try {
        let receipt = await whileInFlight(id, async () => {
          // Before anything that may fail: from here on the decision is known to this device.
          keepCommand({ ...sending, id, personId: knownPersonId(), madeAt: Date.now() });
          return provider.sendCommand(sending.caseId, sending.request);
        });
        forgetCommand(id);
        setState({ at: "answered", receipt });
        while (receipt.outcome === "pending" && alive.current) {
          await new Promise((resolve) => setTimeout(resolve, POLL_MS));
          receipt = await provider.getReceipt(id).catch((error: unknown) => {
            if (isOutcomeUnknown(error)) return receipt;
            throw error;
          });
          setState({ at: "answered", receipt });
        }
        void client.invalidateQueries();
      } catch (error) {
        if (isOutcomeUnknown(error)) return setState({ at: "unknown", sending, error, since: Date.now() });
        // Who has to sign in again finds the decision waiting.
        if (!isSignedOut(error)) forgetCommand(id);
        setState({ at: "refused", error });
        void client.invalidateQueries({ queryKey: ["case", sending.caseId] });
      }
    },
    [provider, client],
  );
  return { state, send, reset: useCallback(() => setState({ at: "idle" }), []) };
}
