export interface PageQuery {
  cursor?: string | undefined;
  limit?: string | undefined;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

export const pageOf = ({ cursor, limit }: PageQuery): { cursor?: string; limit: number } => ({
  ...(cursor === undefined ? {} : { cursor }),
  limit: Math.min(Math.max(Number(limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT),
});
