import { setTimeout as sleep } from "node:timers/promises";
import { Connection, isGrpcServiceError } from "@temporalio/client";

/** `IndexedValueType` of the protocol: its package exports no names that an ES module can import. */
const indexedValueType = { TEXT: 1, KEYWORD: 2, INT: 3, DOUBLE: 4, BOOL: 5, DATETIME: 6, KEYWORD_LIST: 7 };
const day = 24 * 60 * 60;
/**
 * A closed case stays in Temporal until the next year's cycle has been decided (a year and a month), so that the drift
 * checker can compare both stores for as long as anybody acts on them.
 */
export const retentionDays = 400;

export type SearchAttributes = Readonly<Record<string, keyof typeof indexedValueType>>;
export type NamespacePlan = { name: string; retentionDays: number; searchAttributes: SearchAttributes };

/** Registers what is missing; safe to repeat. */
export async function ensureNamespace(address: string, plan: NamespacePlan): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await register(connection, plan);
    await patiently(() => addMissingAttributes(connection, plan));
    await patiently(() => connection.workflowService.listWorkflowExecutions({ namespace: plan.name, pageSize: 1 }));
  } finally {
    await connection.close();
  }
}

async function register(connection: Connection, { name, retentionDays: days }: NamespacePlan): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace: name,
      workflowExecutionRetentionPeriod: { seconds: days * day } as never,
    });
  } catch (error) {
    const alreadyExists = 6;
    if (!isGrpcServiceError(error) || (error.code as number) !== alreadyExists) throw error;
  }
}

async function addMissingAttributes(connection: Connection, { name, searchAttributes }: NamespacePlan): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: name });
  const missing = Object.entries(searchAttributes).filter(([key]) => customAttributes?.[key] === undefined);
  await addSearchAttributes(connection, name, Object.fromEntries(missing));
}

export async function addSearchAttributes(
  { operatorService }: Pick<Connection, "operatorService">,
  namespace: string,
  attributes: SearchAttributes,
): Promise<void> {
  if (Object.keys(attributes).length === 0) return;
  const typed = Object.entries(attributes).map(([key, type]) => [key, indexedValueType[type]] as const);
  await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(typed) });
}

/** A namespace just registered is unknown to the server's caches for some seconds. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(250);
    }
  }
}
