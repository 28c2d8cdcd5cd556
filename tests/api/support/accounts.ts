const at = (name: string, unit: string): string => `${name}.${unit}@demo.trinhky.vn`;

/** Demo people of one agency and of the province's desks. */
export const accounts = {
  clerk: at("chuyenvien", "syt"),
  reviewer: at("truongphong", "syt"),
  head: at("thutruong", "syt"),
  records: at("vanthu", "syt"),
  stranger: at("chuyenvien", "sct"),
  finance: at("chuyenvien", "stc"),
  officer: at("chuyenvien2", "skhcn"),
  division: at("truongphong", "skhcn"),
  director: at("thutruong", "skhcn"),
  departmentRecords: at("vanthu", "skhcn"),
  office: at("chuyenvien", "vp-ubnd"),
  officeRecords: at("vanthu", "vp-ubnd"),
  viceChair: at("phochutich", "ubnd-tinh"),
  admin: at("quantri", "skhcn"),
  auditor: at("thanhtra", "ttt"),
} as const;
export type Account = keyof typeof accounts;
