import { describe, expect, it } from "vitest";
import {
  addenda,
  allAccepted,
  applyCampaign,
  closeCampaign,
  decideCampaign,
  isOver,
  membersStarted,
  milestoneForMembers,
  noteDossier,
  noteMembers,
  openCampaignState,
  startConsolidation,
  type CampaignInput,
  type CampaignState,
} from "../../../domain/campaign/index.ts";
import { verifyChain } from "../../../domain/engine/index.ts";
import { DUE, OPENED, person, receiver } from "../engine/scenario.ts";

const input: CampaignInput = {
  campaignId: "annual-report-2026",
  kind: "annual-report",
  year: 2026,
  due: { legalDue: DUE, effectiveDue: DUE, internalTarget: DUE },
  dossierId: "consolidated-report-2026",
  owing: 2,
  department: "SKHCN",
};

const opened = (): CampaignState => membersStarted(openCampaignState(input, OPENED).state, ["SYT", "STC"]);
const report = (unit: string, milestone: "sent" | "accepted" | "returned") => ({
  caseId: `annual-report-2026-${unit}`,
  unit,
  milestone,
  contentId: null,
});
const exclude = (unit: string, reason = "Đã hợp nhất") =>
  ({ id: "c1", actor: receiver, body: { verb: "exclude", unit, reason }, knownSeq: 1 }) as const;

describe("a campaign", () => {
  it("knows when nothing is left to wait for", () => {
    let state = noteMembers(input, opened(), [report("SYT", "accepted")]);
    expect(allAccepted(state)).toBe(false);
    const decision = decideCampaign(input, state, exclude("STC"), OPENED);
    if (decision.ok) state = applyCampaign(state, decision.event).state;
    expect(allAccepted(state)).toBe(true);
  });

  it("takes back a member whose report was returned, but not one that never left its agency", () => {
    const sent = noteMembers(input, opened(), [report("SYT", "sent"), report("SYT", "returned")]);
    expect(sent.members.SYT).toBe("returned");
    expect(noteMembers(input, opened(), [report("SYT", "returned")]).members.SYT).toBe("open");
  });

  it("forgets neither a member's place nor an exclusion when a batch is counted twice", () => {
    const state = noteMembers(input, opened(), [report("SYT", "accepted")]);
    expect(membersStarted(state, ["SYT", "SCT"])).toMatchObject({
      members: { SYT: "accepted", SCT: "open" },
      started: 3,
    });
  });

  it("is steered by the department's people only, with a reason, and for members only", () => {
    const refuse = (command: Parameters<typeof decideCampaign>[2]) => {
      const decision = decideCampaign(input, opened(), command, OPENED);
      return decision.ok ? null : decision.rejection.code;
    };
    expect(refuse({ ...exclude("SYT"), actor: person("SYT", "head") })).toBe("not-your-campaign");
    expect(refuse(exclude("SYT", " "))).toBe("reason-required");
    expect(refuse(exclude("XYZ"))).toBe("not-a-member");
  });

  it("puts a member aside and takes it back to where it stood, each with a reason and once", () => {
    const include = (unit: string) => ({ ...exclude(unit), body: { verb: "include", unit, reason: "Nhầm" } }) as const;
    const take = (state: CampaignState, command: Parameters<typeof decideCampaign>[2]) => {
      const decision = decideCampaign(input, state, command, OPENED);
      return decision.ok ? applyCampaign(state, decision.event).state : decision.rejection;
    };
    const sent = noteMembers(input, opened(), [report("SYT", "sent")]);
    const aside = take(sent, exclude("SYT")) as CampaignState;
    expect(aside.members.SYT).toBe("excluded");
    expect(take(aside, exclude("SYT"))).toMatchObject({ code: "member-stands-so", status: "excluded" });
    // It had been accepted before it heard of that.
    const heard = noteMembers(input, aside, [report("SYT", "accepted")]);
    expect(heard.members.SYT).toBe("excluded");
    const back = take(heard, include("SYT")) as CampaignState;
    expect(back.members.SYT).toBe("accepted");
    expect(take(back, include("SYT"))).toMatchObject({ code: "member-stands-so", status: "accepted" });
    expect(take({ ...back, status: "archived" }, exclude("SYT"))).toMatchObject({ code: "verb-not-available-now" });
  });

  it("does not put aside a report that has been consolidated", () => {
    const state = noteMembers(input, opened(), [{ ...report("SYT", "accepted"), milestone: "consolidated" }]);
    const decision = decideCampaign(input, state, exclude("SYT"), OPENED);
    expect(decision).toMatchObject({ ok: false, rejection: { code: "member-stands-so", status: "consolidated" } });
  });

  it("tells its members that they are consolidated when nothing can be taken back any more", () => {
    const told = (["frozen", "with-ubnd", "decided", "published"] as const).map((m) => milestoneForMembers(input, m));
    expect(told).toEqual([null, null, null, "consolidated"]);
  });

  it("has addenda only once it is published: what was accepted by then, or is accepted after", () => {
    const state = noteMembers(input, opened(), [report("SYT", "accepted"), report("STC", "sent")]);
    expect(addenda(input, state)).toEqual([]);
    const published = { ...state, status: "published" as const };
    expect(addenda(input, published)).toEqual(["SYT"]);
    expect(addenda(input, noteMembers(input, published, [report("STC", "accepted")]))).toEqual(["SYT", "STC"]);
  });

  it("is over when it is published and no member is on its way", () => {
    const excluded = {
      ...opened(),
      status: "published" as const,
      members: { SYT: "consolidated", STC: "excluded" } as const,
    };
    expect(isOver(input, excluded)).toBe(true);
    expect(isOver(input, { ...excluded, members: { ...excluded.members, STC: "accepted" } })).toBe(false);
  });

  it("starts its consolidation once", () => {
    const started = applyCampaign(opened(), startConsolidation(opened(), OPENED)).state;
    const again = {
      id: "c2",
      actor: receiver,
      body: { verb: "start-consolidation", reason: "…" },
      knownSeq: 1,
    } as const;
    const decision = decideCampaign(input, started, again, OPENED);
    expect(decision).toEqual({
      ok: false,
      rejection: { code: "verb-not-available-now", verb: "start-consolidation", status: "consolidating" },
    });
  });

  it("follows its dossier up to UBND and back", () => {
    let state = applyCampaign(opened(), closeCampaign(opened(), DUE)).state;
    const seen = (["with-ubnd", "returned", "with-ubnd", "decided", "published", "published"] as const).map(
      (milestone) => {
        const event = noteDossier(state, milestone, DUE);
        if (event) state = applyCampaign(state, event).state;
        return event?.status ?? null;
      },
    );
    expect(seen).toEqual(["with-ubnd", "consolidating", "with-ubnd", "decided", "published", null]);
  });

  it("seals its events into one chain", () => {
    const first = openCampaignState(input, OPENED);
    const second = applyCampaign(first.state, closeCampaign(first.state, DUE));
    expect(verifyChain([first.event, second.event])).toEqual({ ok: true });
  });
});
