import { Button } from "@mui/material";
import DownloadIcon from "@mui/icons-material/DownloadOutlined";
import { useText } from "../i18n/use-text.ts";
import { csvOf } from "./csv.ts";

interface DownloadCsvProps {
  file: string;
  rows: () => readonly (readonly string[])[];
}

export function DownloadCsv({ file, rows }: DownloadCsvProps) {
  const text = useText();
  const download = () => {
    const url = URL.createObjectURL(new Blob([csvOf(rows())], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = file;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button variant="outlined" startIcon={<DownloadIcon />} onClick={download}>
      {text("money.csv")}
    </Button>
  );
}
