import { useQuery } from "@tanstack/react-query";
import { Box, ButtonBase, Typography } from "@mui/material";
import { endpoints } from "../../../domain/contracts/index.ts";
import { call } from "../providers/api-client.ts";
import type { Credentials } from "../providers/auth-provider.ts";
import { Answered } from "../elements/States.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";

interface DemoAccountsProps {
  onChoose: (credentials: Credentials) => Promise<void>;
  disabled: boolean;
}

export function DemoAccounts({ onChoose, disabled }: DemoAccountsProps) {
  const text = useText();
  const label = useLabel();
  const accounts = useQuery({ queryKey: ["demo-accounts"], queryFn: () => call(endpoints.listDemoAccounts, {}) });
  if (accounts.data?.length === 0) return <div />;
  return (
    <Sheet title={text("signIn.demoTitle")}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {text("signIn.demoLead")}
      </Typography>
      <Answered query={accounts}>
        {(list) => (
          <Box
            component="ul"
            sx={{ listStyle: "none", p: 0, m: 0, display: "grid", gap: 1.25, gridTemplateColumns: { sm: "1fr 1fr" } }}
          >
            {list.map((account) => (
              <li key={account.email}>
                <ButtonBase
                  disabled={disabled}
                  aria-label={text("signIn.demoAs", { label: label(account.label), unit: account.unitName })}
                  onClick={() => void onChoose(account)}
                  sx={cardStyle}
                >
                  <Box component="span" sx={{ fontWeight: 600 }}>
                    {label(account.label)}
                  </Box>
                  <Typography component="span" variant="caption" color="text.secondary">
                    {account.unitName}
                  </Typography>
                  <Typography component="span" variant="caption">
                    {label(account.can)}
                  </Typography>
                </ButtonBase>
              </li>
            ))}
          </Box>
        )}
      </Answered>
    </Sheet>
  );
}

const cardStyle = {
  width: "100%",
  height: "100%",
  display: "flex",
  flexDirection: "column",
  alignItems: "flex-start",
  justifyContent: "flex-start",
  textAlign: "left",
  gap: 0.25,
  p: 1.5,
  border: 1,
  borderColor: "divider",
  borderRadius: 2,
  "&:hover": { borderColor: "primary.main", bgcolor: "action.hover" },
} as const;
