import { Button } from "@mui/material";
import DownloadIcon from "@mui/icons-material/DownloadOutlined";
import type { Endpoint } from "../../../domain/contracts/endpoint.ts";
import { urlOf } from "../providers/api-client.ts";
import { useLanguage } from "../i18n/use-text.ts";

interface DownloadLinkProps {
  endpoint: Endpoint;
  query: object;
  children: string;
}

/** The server writes the file, all of it; a browser's own download survives what a page does not. */
export function DownloadLink({ endpoint, query, children }: DownloadLinkProps) {
  const [language] = useLanguage();
  return (
    <Button
      component="a"
      variant="outlined"
      startIcon={<DownloadIcon />}
      href={urlOf(endpoint.path, {}, { ...query, language })}
      download
    >
      {children}
    </Button>
  );
}
