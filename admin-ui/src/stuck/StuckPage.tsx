export default function StuckPage() { return null; }
