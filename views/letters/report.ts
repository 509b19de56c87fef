import { dayText } from '../../actors/figures/calendar'
import { figureOf } from '../../actors/figures/figures'
import { figureText } from '../office/reports/figure'
import type { ShownReport } from '../office/reports/shown'
import { deskLetters } from '../words/desk-letters'
import { figureWords } from '../words/figures'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { reportWords } from '../words/reports'
import { type DrawnLetter, drawLetter } from './letter'

type ReportLetter = Pick<ShownReport, 'ask' | 'read' | 'report' | 'zone'> & {
  language: Language
  link: string
}

/** The figures of all of a report; what they are made of is in the table that comes with it. */
export const reportLetter = ({
  ask,
  read,
  report,
  zone,
  language,
  link,
}: ReportLetter): DrawnLetter => {
  const words = deskLetters[language].report
  const name = reportWords[language].names[ask.name]
  const [from, to] = [dayText(ask.from), dayText(ask.until)]
  const lines = report.figures.map((figure) => {
    const value = figureOf(figure).of(read.total)
    const before = figureOf(figure).of(read.before)
    const told = value === null ? '–' : figureText(figure, value, language)
    const base = before === null ? '–' : figureText(figure, before, language)
    return {
      name: figureWords[language][figure].name,
      said: [told, reportWords[language].before(base)].join(punctuation[language].between),
    }
  })
  return drawLetter({
    ...{ language, subject: words.subject(name, from, to), opening: [words.lead(name, from, to)] },
    ...{ lines, go: { label: words.go, link }, closing: [words.zone(zone)], why: words.why },
  })
}
