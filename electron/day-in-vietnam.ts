const vietnamDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The ISO date that an instant falls on in Vietnam, whatever zone the machine is set to. */
export function dayInVietnam(instant: string): string {
  return vietnamDay.format(new Date(instant));
}
