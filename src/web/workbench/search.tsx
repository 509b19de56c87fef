import { isProblem } from '../../../actors/problem'
import { matchIn } from '../../../actors/search/match'
import { operators, readQuery } from '../../../actors/search/query'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import type { FoundLine } from '../../../views/workbench/search/found'
import { SearchPage } from '../../../views/workbench/search/page'
import { SearchPanel } from '../../../views/workbench/search/panel'
import { readSearch, type SearchAsked, type Searched } from '../../reads/search'
import { answerProblem, isHtmx, page, wantsJson } from '../answer'
import type { Ask } from '../context'
import { deskZone } from '../gate/locale'
import { staff } from '../person'
import { route } from '../route'

/** What was said in all of history: as a page, for the dialog over the workbench, as JSON. */
export const showSearch = route({
  method: 'GET',
  path: paths.workbench.searchBase,
  permission: 'workbench.use',
  show: async (c, web) => {
    const person = staff(c)
    const asked = askedIn(c)
    const searched = await readSearch({ store: web.desk.store }, person, asked)
    if (wantsJson(c))
      return isProblem(searched) ? answerProblem(c, searched) : c.json(inJson(searched))
    const look = c.get('look')
    const problem = isProblem(searched) ? sentenceFor(searched, look.language) : null
    const props = {
      ...look,
      ...{ text: asked.text, order: asked.order, problem },
      ...{ operators, isMeant: meant(asked) },
      office: web.menu(person)[0]?.path ?? null,
      findings: isProblem(searched) ? null : searched.findings,
    }
    const content = isHtmx(c) ? SearchPanel(props) : SearchPage({ ...props, reader: person })
    // The dialog shows the sentence where its question stands.
    return isProblem(searched) && !isHtmx(c)
      ? answerProblem(c, searched, content)
      : page(c, content)
  },
})

const askedIn = (c: Ask): SearchAsked => ({
  text: c.req.query('q') ?? '',
  zone: deskZone,
  order: c.req.query('sort') === 'best' ? ('best' as const) : ('newest' as const),
  until: untilIn(c.req.query('until')),
  typing: c.req.query('typing') !== undefined,
})

const meant = (asked: SearchAsked) => {
  const query = readQuery(asked.text, asked)
  const terms = isProblem(query) ? [] : query.terms
  return (label: string) => matchIn(label, terms) !== null
}

/** An id of the index has more digits than a seq. */
const untilIn = (given: string | undefined): number | null =>
  given !== undefined && /^\d{1,16}$/.test(given) ? Number(given) : null

const inJson = ({ findings }: Searched) => ({
  conversations: (findings?.lines ?? []).map(lineInJson),
  people: findings?.people ?? [],
  until: findings?.next ?? null,
})

const lineInJson = ({ row, seq, clientId, at, pieces, isInside, hasFile }: FoundLine) => ({
  ...{ id: row.id, visitor: row.visitorName, state: row.state },
  ...{ seq, client_id: clientId, at, inside: isInside, file: hasFile },
  text: pieces.map(({ text }) => text).join(''),
  href: paths.workbench.earlier(row.id, seq, undefined, clientId),
})
