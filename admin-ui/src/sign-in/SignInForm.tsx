import { useState, type FormEvent } from "react";
import { Alert, Box, Button, TextField } from "@mui/material";
import type { Credentials } from "../providers/auth-provider.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";

interface SignInFormProps {
  onSubmit: (credentials: Credentials) => Promise<void>;
  working: boolean;
  wrong: boolean;
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

export function SignInForm({ onSubmit, working, wrong }: SignInFormProps) {
  const text = useText();
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = textOf(data.get("email"));
    const password = textOf(data.get("password"));
    setMissing(!email || !password);
    if (email && password) void onSubmit({ email, password });
  };
  return (
    <Sheet title={text("signIn.own")}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
        {(wrong || missing) && (
          <Alert severity="error">{missing ? text("signIn.required") : text("signIn.wrong")}</Alert>
        )}
        <TextField name="email" type="email" autoComplete="username" label={text("signIn.email")} />
        <TextField name="password" type="password" autoComplete="current-password" label={text("signIn.password")} />
        <Button type="submit" variant="contained" disabled={working}>
          {working ? text("signIn.working") : text("signIn.submit")}
        </Button>
      </Box>
    </Sheet>
  );
}
