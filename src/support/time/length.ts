/** How long something has lasted, for agents: "45 minutes", "3 hours", "2 days". Milliseconds, rounded down. */
export function sayLength(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes === 0) return 'less than a minute';
  if (minutes < 120) return count(minutes, 'minute');
  return minutes < 48 * 60
    ? count(Math.floor(minutes / 60), 'hour')
    : count(Math.floor(minutes / 1440), 'day');
}

function count(many: number, unit: string): string {
  return `${many} ${unit}${many === 1 ? '' : 's'}`;
}
