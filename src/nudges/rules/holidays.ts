/** Days on which no nudge is sent: Danish public holidays and the days municipalities are closed. */

/** Which days besides the public holidays are closed. */
export type ClosedDaysOptions = {
  /** Also 5 June (grundlovsdag), 24 December and 31 December, closed by municipal agreement, not by law. */
  readonly municipal: boolean;
  /** More dates `YYYY-MM-DD`, such as an agreed closing day between Christmas and New Year. Default none. */
  readonly extra?: readonly string[];
};

const MUNICIPAL = ['06-05', '12-24', '12-31'];

/**
 * Makes the test of whether a local date `YYYY-MM-DD` is closed. Store bededag is one up to 2023 only.
 *
 * Async because the calendar costs 100-150 ms to load: call it once, when the first nudge is planned.
 */
export async function createClosedDays({ municipal, extra = [] }: ClosedDaysOptions): Promise<(localDate: string) => boolean> {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays('DK', { types: ['public'] });
  const closed = new Set(extra);
  const years = new Map<string, ReadonlySet<string>>();
  const publicDays = (year: string): ReadonlySet<string> => {
    const known = years.get(year) ?? new Set(calendar.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10)));
    years.set(year, known);
    return known;
  };
  return (localDate) =>
    closed.has(localDate) || (municipal && MUNICIPAL.includes(localDate.slice(5))) || publicDays(localDate.slice(0, 4)).has(localDate);
}
