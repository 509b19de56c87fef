import { wordsIn } from '../../words'
import { clock, dayOf } from '../../words/times'
import { type FileLine, linesOf, type TranscriptFile } from './lines'

/** A transcript as plain text: a day once, then its lines; what has several is indented. */
export const transcriptText = (file: TranscriptFile): string => {
  const { language, zone, now } = file
  const words = wordsIn(language).entries.transcript
  const head = [
    words.title,
    words.saved(`${dayOf(now, zone)} ${clock(now, zone)}`),
    words.zone(zone),
  ]
  const days = [...Map.groupBy(linesOf(file), ({ day }) => day)]
  const parts = days.map(([day, lines]) => [day, ...lines.map(written)].join('\n'))
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`
}

const written = ({ time, name, text, files, answers, marks, reactions }: FileLine): string => {
  const who = [name, marks && `(${marks})`].filter(Boolean).join(' ')
  const said = text.replaceAll('\n', '\n      ')
  return [
    `${time} ${who === '' ? '· ' : `${who}: `}${said}`.trimEnd(),
    ...files.map((file) => `      ${file}`),
    ...(answers ? [`      > ${answers.replaceAll('\n', ' ')}`] : []),
    ...(reactions ? [`      ${reactions}`] : []),
  ].join('\n')
}
