export function CompareButton() { return null; }
export function ComparePanel() { return null; }
