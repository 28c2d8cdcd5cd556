import { useState } from "react";
import { Box, Typography } from "@mui/material";
import { Notification, useLogin } from "react-admin";
import { LanguageSwitch } from "../layout/LanguageSwitch.tsx";
import { ThemeSwitch } from "../layout/ThemeSwitch.tsx";
import { isProblem } from "../providers/api-problem.ts";
import type { Credentials } from "../providers/auth-provider.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { DemoAccounts } from "./DemoAccounts.tsx";
import { SignInForm } from "./SignInForm.tsx";

export function SignInPage() {
  const text = useText();
  const login = useLogin();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (credentials: Credentials) => {
    setWorking(true);
    setError(null);
    try {
      await login(credentials);
    } catch (reason) {
      setError(reason);
    } finally {
      setWorking(false);
    }
  };
  const wrong = isProblem(error, "invalid-credentials");
  return (
    <Box sx={{ minHeight: "100vh", bgcolor: "background.default", color: "text.primary", px: 2, py: 3 }}>
      <Box component="main" sx={{ maxWidth: 980, mx: "auto" }}>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, mb: 4 }}>
          <img src="/seal.svg" alt="" width={40} height={40} />
          <Box sx={{ flex: 1 }}>
            <Typography variant="h2" component="p">
              {text("app.name")}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {text("app.tagline")}
            </Typography>
          </Box>
          <LanguageSwitch />
          <ThemeSwitch />
        </Box>
        <Typography variant="h1">{text("signIn.title")}</Typography>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {text("signIn.lead")}
        </Typography>
        <Box aria-live="polite" sx={{ mb: 2 }}>
          {error !== null && !wrong && <ProblemNotice error={error} />}
        </Box>
        <Box sx={{ display: "grid", gap: 3, gridTemplateColumns: { md: "minmax(0, 1fr) 340px" } }}>
          <DemoAccounts onChoose={enter} disabled={working} />
          <SignInForm onSubmit={enter} working={working} wrong={wrong} />
        </Box>
      </Box>
      <Notification />
    </Box>
  );
}
