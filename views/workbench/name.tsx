import { wordsIn } from '../words'
import type { Language } from '../words/language'

type Named = { visitor: string; visitorName: string }

/** The end of their id, which tells them from others. */
const markOf = (row: { visitor: string }) => row.visitor.slice(-4).toUpperCase()

/** What a visitor is called on the desk: the name they gave, else the end of their id. */
export const visitorName = (row: Named, language: Language) =>
  row.visitorName || wordsIn(language).workbench.anonymous(markOf(row))

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

/** The names that several visitors of these lists share. */
export const namesakes = ({ offers, rows, line }: Lists): ReadonlySet<string> => {
  const known = new Map<string, string>()
  const shared = new Set<string>()
  const all = [...offers.map(({ row }) => row), ...rows, ...line]
  for (const { visitor, visitorName: name } of all) {
    if (name !== '' && (known.get(name) ?? visitor) !== visitor) shared.add(name)
    known.set(name, visitor)
  }
  return shared
}
