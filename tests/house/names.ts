import { type Breach, find, type Source, withoutComments } from './source'

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
  ...['particularsOf', 'Glimpse'],
]

const exported = new RegExp(
  String.raw`^export (?:abstract )?(?:const|type|class|interface|function|async function) (?:${words.join('|')})\b`,
  'm',
)

export const nameBreaches = (source: Source): Breach[] =>
  /^(actors|src|views)\//.test(source.path)
    ? find(withoutComments(source), exported, 'a name with another meaning')
    : []
