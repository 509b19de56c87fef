import { skeletonOf } from '../../actors/text/look-alikes'
import { hasVisible } from '../../actors/text/visible'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

type Named = { visitor: string; visitorName: string }

/** The end of their id, which tells them from others. */
const markOf = (row: { visitor: string }) => row.visitor.slice(-4).toUpperCase()

/** What a visitor is called on the desk: the name they gave, else the end of their id. */
export const visitorName = (row: Named, language: Language) =>
  hasVisible(row.visitorName) ? row.visitorName : wordsIn(language).workbench.anonymous(markOf(row))

/** The same, with the end of their id where somebody else is called so too. */
export const Name = ({ row, alike, language }: NameProps) => (
  <>
    <bdi>{visitorName(row, language)}</bdi>
    {alike && row.visitorName && <span class="row-mark"> {markOf(row)}</span>}
  </>
)
type NameProps = { row: Named; alike: boolean; language: Language }

/** What an agent's lists show: what rings at them, the list they chose, the head of the line. */
type Lists = { offers: readonly { row: Named }[]; rows: readonly Named[]; line: readonly Named[] }

/** The names that several visitors of these lists share, as a reader sees them. */
export const namesakes = ({ offers, rows, line }: Lists): ReadonlySet<string> => {
  const known = new Map<string, { visitors: Set<string>; names: Set<string> }>()
  const all = [...offers.map(({ row }) => row), ...rows, ...line]
  for (const { visitor, visitorName: name } of all) {
    if (name === '') continue
    const skeleton = skeletonOf(name)
    const { visitors, names } = known.get(skeleton) ?? { visitors: new Set(), names: new Set() }
    known.set(skeleton, { visitors: visitors.add(visitor), names: names.add(name) })
  }
  const shared = [...known.values()].filter(({ visitors }) => visitors.size > 1)
  return new Set(shared.flatMap(({ names }) => [...names]))
}
