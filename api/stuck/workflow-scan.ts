import { recordsOf, type RecordState } from "../../store/index.ts";
import { campaignIdOf, caseIdOf, workflowTypes } from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { keyOf, type Finding, type Subject } from "./finding.ts";
import { lookAtAll, type Step } from "./record-scan.ts";

const PAGE = 200;
const LIST_MS = 3000;
/** A workflow that has just begun or just ended is recorded within seconds; what takes longer has drifted. */
const GRACE_MS = 30_000;

interface Running {
  subject: Subject;
  startedAt: number;
}

function subjectOf(type: string, workflowId: string): Subject | null {
  const caseId = type === workflowTypes.approvalCase ? caseIdOf(workflowId) : null;
  if (caseId !== null) return { kind: "case", id: caseId };
  const campaignId = type === workflowTypes.campaign ? campaignIdOf(workflowId) : null;
  if (campaignId !== null) return { kind: "campaign", id: campaignId };
  return type === workflowTypes.openCampaign ? { kind: "opener", id: workflowId } : null;
}

async function listRunning({ engine }: Deps, nextPageToken: Uint8Array | null) {
  const answer = await engine.connection.withDeadline(Date.now() + LIST_MS, () =>
    engine.connection.workflowService.listWorkflowExecutions({
      namespace: engine.namespace,
      query: `ExecutionStatus = "Running"`,
      pageSize: PAGE,
      ...(nextPageToken && { nextPageToken }),
    }),
  );
  const running = (answer.executions ?? []).flatMap(({ type, execution, startTime }): Running[] => {
    const subject = subjectOf(type?.name ?? "", execution?.workflowId ?? "");
    return subject ? [{ subject, startedAt: Number(startTime?.seconds ?? 0) * 1000 }] : [];
  });
  const next = answer.nextPageToken?.length ? answer.nextPageToken : null;
  return { running, next };
}

const drift = (subject: Subject, since: number, message: string): Finding => ({
  subject,
  cause: "not-recorded",
  since,
  error: { message, attempt: 1, nextAttemptAt: null },
});

function driftOf({ subject, startedAt }: Running, record: RecordState | undefined, now: number): Finding[] {
  if (!record) return startedAt < now - GRACE_MS ? [drift(subject, startedAt, "no record of it")] : [];
  const late = record.closed && record.at < now - GRACE_MS;
  return late ? [drift(subject, record.at, "recorded as closed, but its workflow runs")] : [];
}

/** From the engine to the records: everything that runs must be held open. Openers have no record: they just must be well. */
export async function scanWorkflows(deps: Deps, from: Uint8Array | null): Promise<Step<Uint8Array>> {
  const { running, next } = await listRunning(deps, from);
  const idsOf = (kind: Subject["kind"]) =>
    running.filter(({ subject }) => subject.kind === kind).map((one) => one.subject.id);
  const records = await recordsOf(deps.db, { cases: idsOf("case"), campaigns: idsOf("campaign") });
  const known = new Map(records.map((record) => [keyOf(record), record]));
  const drifted = running
    .filter(({ subject }) => subject.kind !== "opener")
    .flatMap((one) => driftOf(one, known.get(keyOf(one.subject)), deps.clock()));
  // Nobody else looks at these: the other direction starts from records that are open.
  const unseen = running.filter(({ subject }) => !known.has(keyOf(subject))).map(({ subject }) => subject);
  const failing = (await lookAtAll(deps, unseen)).filter(({ cause }) => cause !== "workflow-missing");
  return { visited: running.map(({ subject }) => subject), findings: [...drifted, ...failing], next };
}
