import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import { optionsOf } from "../draft/field-values.ts";
import { shownValue, type Reading } from "../report/cell-value.ts";

/** What a field holds, with the name that stands behind a code; a year is no amount and takes no dots. */
export function requestValue(field: FieldSpec, value: unknown, reading: Reading): string {
  const option = optionsOf(field, reading)?.find((candidate) => candidate.value === value);
  return option ? reading.label(option.label) : shownValue(field, value, reading);
}
