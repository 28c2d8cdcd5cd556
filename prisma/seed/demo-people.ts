import type { Label, Role } from "../../domain/engine/pipeline.ts";
import { agenciesWithReportDuty, agencyOf, PLAN_SET_DATE } from "../../domain/plan/plan.ts";
import { slugOf } from "../../domain/text/text.ts";
import type { Queryable } from "./query.ts";

/** Accounts of a demo installation are named by their role; they are nobody. */
interface DemoPerson {
  id: string;
  name: string;
  email: string;
  unit: string;
  role: Role;
  demoBody: { label: Label; unitName: string; can: Label } | null;
}

const roleNames: Partial<Record<Role, { vi: string; en: string; mail: string }>> = {
  specialist: { vi: "Chuyên viên", en: "Specialist", mail: "chuyenvien" },
  "division-head": { vi: "Trưởng phòng", en: "Division head", mail: "truongphong" },
  accountant: { vi: "Kế toán", en: "Accountant", mail: "ketoan" },
  head: { vi: "Thủ trưởng", en: "Head", mail: "thutruong" },
  "deputy-head": { vi: "Phó thủ trưởng", en: "Deputy head", mail: "phothutruong" },
  "records-clerk": { vi: "Văn thư", en: "Records clerk", mail: "vanthu" },
  chair: { vi: "Chủ tịch", en: "Chair", mail: "chutich" },
  "vice-chair": { vi: "Phó Chủ tịch", en: "Vice-chair", mail: "phochutich" },
  admin: { vi: "Quản trị hệ thống", en: "Administrator", mail: "quantri" },
  auditor: { vi: "Thanh tra, kiểm toán", en: "Auditor", mail: "thanhtra" },
};

/** Shown on the sign-in page, in the order in which a report passes them. */
const shown: { unit: string; role: Role; number?: number; can: Label }[] = [
  { unit: "SYT", role: "specialist", can: { vi: "Soạn và trình báo cáo năm", en: "Drafts and submits the report" } },
  { unit: "SYT", role: "division-head", can: { vi: "Kiểm tra nội dung", en: "Checks the content" } },
  { unit: "SYT", role: "accountant", can: { vi: "Kiểm tra đề nghị kinh phí", en: "Checks funding requests" } },
  { unit: "SYT", role: "head", can: { vi: "Ký duyệt báo cáo", en: "Signs the report" } },
  { unit: "SYT", role: "records-clerk", can: { vi: "Cấp số, gửi Sở KH&CN", en: "Numbers and dispatches" } },
  {
    unit: "SKHCN",
    role: "specialist",
    number: 2,
    can: { vi: "Tiếp nhận, trả lại, tổng hợp", en: "Receives, returns, consolidates" },
  },
  { unit: "SKHCN", role: "division-head", can: { vi: "Duyệt báo cáo tổng hợp", en: "Approves the consolidation" } },
  { unit: "SKHCN", role: "head", can: { vi: "Ký trình UBND tỉnh", en: "Signs the submission to UBND" } },
  {
    unit: "SKHCN",
    role: "deputy-head",
    can: { vi: "Ký thay, nhận ủy quyền", en: "Signs for the head, by delegation" },
  },
  { unit: "SKHCN", role: "records-clerk", can: { vi: "Cấp số Tờ trình", en: "Numbers the submission" } },
  { unit: "STC", role: "head", can: { vi: "Cho ý kiến chi thường xuyên", en: "Opinion on regular spending" } },
  { unit: "SKHDT", role: "head", can: { vi: "Cho ý kiến vốn đầu tư", en: "Opinion on investment" } },
  { unit: "VP_UBND", role: "specialist", can: { vi: "Thẩm tra, lập phiếu trình", en: "Examines for UBND" } },
  { unit: "UBND_TINH", role: "vice-chair", can: { vi: "Quyết định", en: "Decides" } },
  {
    unit: "UBND_TINH",
    role: "chair",
    can: { vi: "Quyết định, ký khi vượt trần", en: "Decides, signs above a ceiling" },
  },
  { unit: "VP_UBND", role: "records-clerk", can: { vi: "Ban hành, lưu hồ sơ", en: "Issues and files" } },
  { unit: "SKHCN", role: "admin", can: { vi: "Mở kỳ, xử lý hồ sơ bị dừng", en: "Opens cycles, mends what is stuck" } },
  {
    unit: "SKHCN",
    role: "admin",
    number: 2,
    can: { vi: "Xác nhận việc cần hai quản trị", en: "Confirms what takes two administrators" },
  },
  { unit: "TTT", role: "auditor", can: { vi: "Chỉ xem, đối chiếu", en: "Reads and verifies" } },
];

/** One agency lacks its records clerk on purpose: "nobody holds the post" must be seen in a demonstration. */
const UNSTAFFED = "H514/records-clerk";

function person(unit: string, role: Role, number = 1): DemoPerson {
  const suffix = number === 1 ? "" : String(number);
  const { vi, mail } = roleNames[role] as { vi: string; mail: string };
  const unitName = agencyOf(unit)?.vi ?? unit;
  const slug = slugOf(unit).replaceAll("_", "-");
  const card = shown.find((one) => one.unit === unit && one.role === role && (one.number ?? 1) === number);
  return {
    id: `demo-${slug}-${role}${suffix && `-${suffix}`}`,
    name: `${vi}${suffix && ` ${suffix}`} ${unitName}`,
    email: `${mail}${suffix}.${slug}@demo.trinhky.vn`,
    unit,
    role,
    demoBody: card ? { label: labelOf(role), unitName, can: card.can } : null,
  };
}

function labelOf(role: Role): Label {
  const { vi, en } = roleNames[role] as Label;
  return { vi, en };
}

const staffOf = (unit: string, type: string): DemoPerson[] => {
  const roles: Role[] = ["specialist", "accountant", "head", "records-clerk"];
  if (type === "department") roles.push("division-head");
  return roles.filter((role) => `${unit}/${role}` !== UNSTAFFED).map((role) => person(unit, role));
};

export function demoStaff(): DemoPerson[] {
  const agencies = agenciesWithReportDuty(PLAN_SET_DATE).flatMap(({ code, type }) => staffOf(code, type));
  return [
    ...agencies,
    // Somebody else than the author of Sở KH&CN's own report has to receive it.
    person("SKHCN", "specialist", 2),
    person("SKHCN", "deputy-head"),
    person("SKHCN", "admin"),
    // What nobody may do alone needs another administrator.
    person("SKHCN", "admin", 2),
    person("TTT", "auditor"),
    ...(["specialist", "head", "records-clerk"] as const).map((role) => person("VP_UBND", role)),
    ...(["vice-chair", "chair"] as const).map((role) => person("UBND_TINH", role)),
  ];
}

/** Posts begin with the plan's own year, so that every cycle of the demonstration finds its people. */
const FROM = "2024-01-01";

export async function loadDemoPeople(db: Queryable): Promise<void> {
  const staff = JSON.stringify(demoStaff());
  await db.query(
    `INSERT INTO "Person" ("id", "name", "email", "language", "demo", "demoBody")
     SELECT x."id", x."name", x."email", 'vi', true, nullif(x."demoBody", 'null'::jsonb)
     FROM jsonb_to_recordset($1::jsonb) AS x("id" text, "name" text, "email" text, "demoBody" jsonb)
     ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name", "demoBody" = excluded."demoBody"`,
    [staff],
  );
  await db.query(
    `INSERT INTO "Post" ("id", "personId", "unitCode", "role", "from")
     SELECT gen_random_uuid(), x."id", x."unit", x."role", $2::date
     FROM jsonb_to_recordset($1::jsonb) AS x("id" text, "unit" text, "role" text)
     ON CONFLICT ("personId", "unitCode", "role", "from") DO NOTHING`,
    [staff, FROM],
  );
}
