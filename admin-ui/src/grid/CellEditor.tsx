import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  type SyntheticEvent,
} from "react";
import type { GridColumn } from "./column.ts";
import { ChoiceList, listId, optionId, useChoice } from "./ChoiceList.tsx";
import type { GridState } from "./grid-state.ts";
import type { Move } from "./selection.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

/** What the grid may ask of the field in which somebody writes. */
export interface Hand {
  readonly isComposing: () => boolean;
  readonly text: () => string;
  readonly leave: () => void;
}

export interface CellEditorProps {
  column: GridColumn;
  label: string;
  shown: string;
  editing: GridState["editing"];
  invalid: boolean;
  describedBy: string;
  /** Whether the grid has the hand: only then may a new cell take the focus. */
  holdsFocus: () => boolean;
  hand: Ref<Hand>;
  onBegin: () => void;
  onPick: (value: string, move?: Move) => void;
}

/**
 * The field of the active cell. It is there, empty and unseen, before anybody types: the first key of a Vietnamese
 * input method lands in a real field, and what it composes is never touched from outside while it is composed.
 */
export function CellEditor(props: CellEditorProps) {
  const { column, label, shown, editing, invalid, describedBy, holdsFocus, hand, onBegin, onPick } = props;
  const field = useRef<Field>(null);
  const composing = useRef(false);
  const [query, setQuery] = useQuery(editing);
  const choice = useChoice(column.options, editing ? query : null);

  useLayoutEffect(() => {
    if (holdsFocus()) field.current?.focus({ preventScroll: true });
  }, [holdsFocus]);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || editing === "type") return;
    element.value = editing === "edit" && !column.options ? shown : "";
    if (editing) element.setSelectionRange(element.value.length, element.value.length);
  }, [editing, column.options, shown]);

  useImperativeHandle(hand, () => ({
    isComposing: () => composing.current,
    text: () => field.current?.value ?? "",
    leave: () => field.current?.blur(),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!editing || event.nativeEvent.isComposing || !choice.open) return;
    const picks = event.key === "Enter" || (event.key === "Tab" && query !== "");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choice.step(event.key === "ArrowDown" ? 1 : -1);
    else if (picks && choice.option) {
      onPick(choice.option.value, event.key === "Enter" ? "down" : event.shiftKey ? "previous" : "next");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const common = {
    className: editing ? "writing" : "resting",
    spellCheck: false,
    autoComplete: "off",
    "aria-label": label,
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
    onKeyDown,
    onCompositionStart: () => {
      composing.current = true;
      if (!editing) onBegin();
    },
    onCompositionEnd: () => {
      composing.current = false;
    },
    onInput: ({ currentTarget }: SyntheticEvent<Field>) => {
      if (!editing) onBegin();
      setQuery(currentTarget.value);
    },
  };
  if (!column.options) {
    return (
      <textarea
        {...common}
        ref={field as RefObject<HTMLTextAreaElement>}
        rows={1}
        readOnly={column.readOnly === true}
        inputMode={column.kind === "money" ? "numeric" : "text"}
      />
    );
  }
  return (
    <>
      <input
        {...common}
        ref={field as RefObject<HTMLInputElement>}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={choice.open}
        aria-controls={choice.open ? listId : undefined}
        aria-activedescendant={choice.open && choice.option ? optionId(choice.option.value) : undefined}
      />
      {choice.open && <ChoiceList anchor={field} label={column.label} choice={choice} onPick={onPick} />}
    </>
  );
}

/** What was typed to find an option; forgotten when the writing ends. */
function useQuery(editing: GridState["editing"]) {
  const [query, setQuery] = useState("");
  const [session, setSession] = useState(editing);
  if (session !== editing) {
    setSession(editing);
    if (editing !== "type") setQuery("");
  }
  return [query, setQuery] as const;
}
