import { useState, type RefObject } from "react";
import { Box, Popper } from "@mui/material";
import type { GridOption } from "./column.ts";
import { folded } from "./kinds.ts";

export const listId = "grid-options";
export const optionId = (value: string): string => `grid-option-${value.replaceAll(/[^\w-]/g, "-")}`;

/** `query` is what was typed so far; null while nobody is choosing. */
export function useChoice(options: readonly GridOption[] | undefined, query: string | null) {
  const [at, setAt] = useState({ query: "", index: 0 });
  const wanted = folded(query ?? "");
  const matching = (options ?? []).filter(({ value, label }) => folded(`${value} ${label}`).includes(wanted));
  const index = at.query === wanted ? Math.min(at.index, matching.length - 1) : 0;
  return {
    open: options !== undefined && query !== null && matching.length > 0,
    matching,
    option: matching[index],
    step: (by: number) => setAt({ query: wanted, index: (index + by + matching.length) % matching.length }),
  };
}

interface ChoiceListProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  choice: ReturnType<typeof useChoice>;
  onPick: (value: string) => void;
}

export function ChoiceList({ anchor, label, choice, onPick }: ChoiceListProps) {
  return (
    <Popper open anchorEl={() => anchor.current!} placement="bottom-start" sx={{ zIndex: 1300 }}>
      <Box
        role="listbox"
        id={listId}
        aria-label={label}
        sx={{
          mt: 0.5,
          py: 0.5,
          maxHeight: 280,
          width: "min(440px, 90vw)",
          overflow: "auto",
          bgcolor: "background.paper",
          border: 1,
          borderColor: "divider",
          borderRadius: 1.5,
          boxShadow: 4,
          fontSize: "0.875rem",
        }}
      >
        {choice.matching.map((option) => (
          <Box
            key={option.value}
            id={optionId(option.value)}
            role="option"
            aria-selected={option === choice.option}
            sx={{ px: 1.5, py: 0.75, cursor: "pointer", "&[aria-selected='true']": { bgcolor: "tone.accent.wash" } }}
            ref={(element: HTMLElement | null) => {
              if (option === choice.option) element?.scrollIntoView({ block: "nearest" });
            }}
            // The field keeps the focus: a press on an option must not end the writing before the pick.
            onMouseDown={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onPick(option.value);
            }}
          >
            {option.label}
          </Box>
        ))}
      </Box>
    </Popper>
  );
}
