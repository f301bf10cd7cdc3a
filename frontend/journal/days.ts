// Days as "2026-10-31": they sort as text.

/** A day so many days later; earlier when `days` is negative. */
export function laterDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The day on which the week of a day begins. */
export function mondayOf(day: string): string {
  return laterDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
