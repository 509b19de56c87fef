import { briefTime, wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { clock, dayOf } from '../../words/times'

type ShownIn = { language: Language; now: number }

/** An instant to the second, with its day where that is not today: `14:02:11`, `19 Nov, 14:02:11`. */
export const clockTime = (at: number, zone: string, { language, now }: ShownIn): string => {
  const seconds = new Date(at).toISOString().slice(16, 19)
  const time = `${clock(at, zone)}${seconds}`
  return dayOf(at, zone) === dayOf(now, zone)
    ? time
    : wordsIn(language).times.dayAndClock(briefTime(at, now, zone, language), time)
}
