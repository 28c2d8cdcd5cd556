type Label = { vi: string };
type DemoAccount = { email: string; password: string; label: Label; unitName: string; can: Label };

/** What a person needs to begin: one address and somebody to be. */
export async function welcome(url: string, port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/demo-accounts`);
  const accounts = answer.ok ? ((await answer.json()) as DemoAccount[]) : [];
  const lines = ["", `  Trình Ký is ready:  ${url}`, ""];
  if (accounts.length > 0) lines.push(...accountTable(accounts), "");
  return [...lines, "  Stop with Ctrl-C. Data stay in .data; `npm start -- --reset` starts clean.", ""].join("\n");
}

function accountTable(accounts: readonly DemoAccount[]): string[] {
  const passwords = new Set(accounts.map(({ password }) => password));
  const shared = passwords.size === 1 ? ` (password of all: ${[...passwords][0]})` : "";
  const rows = accounts.map(({ email, password, label, unitName, can }) => [
    email,
    ...(shared ? [] : [password]),
    label.vi,
    unitName,
    can.vi,
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return [
    `  Sign in as${shared}:`,
    ...rows.map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd()),
  ];
}
