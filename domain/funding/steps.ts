/** Names of the shipped tables that money follows (domain/pipelines/funding-*.ts). */
export const REQUEST = "funding-request";
export const LIST = "funding-list";

/** The assigning decision gets its number. */
export const PUBLICATION = "publication";
/** The agency reports what it spent, and then sends in its settlement. */
export const SPENDING = "spending";
export const SETTLEMENT = "settlement";
