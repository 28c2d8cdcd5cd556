import { useMediaQuery, useTheme } from "@mui/material";

/** A phone held upright: one column, nothing beside anything. */
export function useNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down("sm"), { noSsr: true });
}

/** Room for a second column beside the text. */
export function useRoomy(): boolean {
  return useMediaQuery(useTheme().breakpoints.up("lg"), { noSsr: true });
}
