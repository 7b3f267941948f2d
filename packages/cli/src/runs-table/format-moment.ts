/** The hour of a moment today, the day of an earlier one, both in local time. */
export function formatMoment(at: Date, now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = (date: Date) =>
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return day(at) === day(now) ? `${two(at.getHours())}:${two(at.getMinutes())}` : day(at);
}
