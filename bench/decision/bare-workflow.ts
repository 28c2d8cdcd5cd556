import { condition, defineUpdate, setHandler } from "@temporalio/workflow";

export const bareDecision = defineUpdate<{ seq: number }, [{ id: string; comment: string }]>("bareDecision");

/** The least a durable decision can cost: a handler that counts. */
export async function bare(): Promise<void> {
  let seq = 0;
  setHandler(bareDecision, () => ({ seq: ++seq }));
  await condition(() => false);
}
