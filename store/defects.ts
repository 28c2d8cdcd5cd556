/** The chain says one thing and the database another: never settled silently, never overwritten. */
export class EventConflict extends Error {
  override readonly name = "EventConflict";
  readonly subjectId: string;
  readonly seq: number;
  constructor(subjectId: string, seq: number) {
    super(`another event is recorded as number ${seq} of ${subjectId}, or made by the same command`);
    this.subjectId = subjectId;
    this.seq = seq;
  }
}

/** An event of a case or campaign that has no row, told without the input that would make one. */
export class UnknownSubject extends Error {
  override readonly name = "UnknownSubject";
  constructor(subjectId: string) {
    super(`${subjectId} is not recorded, and its input was not given`);
  }
}

interface SqlError {
  code: string;
  constraint?: string;
}

export const isSqlError = (error: unknown, code: string, constraint?: string): boolean => {
  const { code: found, constraint: where } = error as Partial<SqlError>;
  return found === code && (constraint === undefined || where === constraint);
};

export const FOREIGN_KEY = "23503";

export const isUniqueViolation = (error: unknown, index: string): boolean => isSqlError(error, "23505", index);
