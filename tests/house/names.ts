import { type Breach, type Source, withoutComments } from './source'

/** Names that once meant several things here, or something else than the field calls so. */
const words = [
  ...['fresh', 'Fresh', 'rest', 'taken', 'Taken', 'Step', 'Hall', 'openHall', 'follow', 'Heard'],
  ...['heard', 'inTurn', 'settle', 'Settled', 'passed', 'free', 'named', 'beat', 'Facts'],
  ...['MOST', 'MUCH', 'BEAT', 'AGAIN', 'WITHIN', 'LAST', 'EVERY', 'GRACE', 'HEAD', 'PAGE', 'BATCH'],
  ...['Rota', 'Turned', 'Kept', 'calm', 'Caps', 'Ended', 'Shared', 'InCommon', 'Watched', 'Watch'],
  ...['stir', 'doubt', 'asTheyStand', 'asItStands', 'Attendance', 'attended', 'Holders', 'Helped'],
  ...['standingOf', 'Standing', 'Beside', 'leanOn', 'waitIn', 'VIGIL', 'BenchSource', 'benches'],
  ...['ANEW', 'deaf', 'misheard', 'openAside', 'aside', 'bringBack', 'park', 'openShelf', 'mourn'],
  ...['openCaretaker', 'glance', 'peek', 'rowAtHand', 'memoryAtHand', 'currentAtHand', 'seat'],
  ...['dismiss', 'regret', 'comeBackLate', 'holdOn', 'hangUp', 'beFreed', 'letGo', 'sendBack'],
  ...['spent', 'handing', 'hands', 'formerly', 'former', 'isOldNews', 'isSame', 'KeptDepartment'],
  ...['MadeDepartment', 'isChoosable', 'gathered', 'Base', 'Whose', 'unseat', 'pagesLookAgain'],
  ...['isShutOut', 'give', 'carryOut', 'Order', 'Refusal', 'called', 'still', 'Look', 'Eyes'],
  ...['particularsOf', 'Glimpse', 'later', 'drafting', 'showDraft', 'SHOWN_DRAFT'],
]

const kinds = 'const|let|type|class|interface|function|async function|abstract class|enum'
const topLevel = new RegExp(String.raw`^(?:export )?(?:${kinds}) (\w+)`)
const modifiers = 'private|protected|public|static|override|abstract|readonly|async|get|set'
/** A field or a method of a class: the formatter sets exactly these at two spaces. */
const member = new RegExp(String.raw`^ {2}(?:(?:${modifiers}) )*#?(\w+)[?!]?(?:[(:<;]| =|$)`)
const classBegins = /^(?:export )?(?:abstract )?class /

/** The top-level names of a file and the members of its classes, each with its line, from 1. */
const namesIn = (source: Source): { name: string; line: number }[] => {
  let inClass = false
  return withoutComments(source)
    .text.split('\n')
    .flatMap((text, index) => {
      if (classBegins.test(text)) inClass = true
      else if (text.startsWith('}')) inClass = false
      const name = (topLevel.exec(text) ?? (inClass ? member.exec(text) : null))?.[1]
      return name === undefined ? [] : [{ name, line: index + 1 }]
    })
}

const manyMeanings = new Set(words)

const isOurs = ({ path }: Source) => /^(actors|src|views)\//.test(path)

export const nameBreaches = (source: Source): Breach[] => {
  if (!isOurs(source)) return []
  const { path } = source
  return namesIn(source)
    .filter(({ name }) => manyMeanings.has(name))
    .map(({ name, line }) => `${path}:${line} a name with another meaning: ${name}`)
}
