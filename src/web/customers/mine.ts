import { MinePage } from '../../../views/customers/mine'
import { paths } from '../../../views/paths'
import { languageOf } from '../../../views/words/language'
import { dayOf } from '../../../views/words/times'
import { conversationsOf, readKept } from '../../reads/customers/export'
import { readMine } from '../../reads/customers/mine'
import { searchMine } from '../../reads/customers/search'
import { answerProblem, page, wantsJson } from '../answer'
import { visitorLook } from '../context'
import { closedKeyIn } from '../query'
import { type Route, route } from '../route'
import { forSignedIn, ofCustomers, wordsOf } from './door'

const { customers: at } = paths

const keyOf = ({ at, id }: { at: number; id: string }) => `${at}-${id}`

const showMine = route({
  ...{ ...ofCustomers, method: 'GET', path: at.page },
  show: forSignedIn(async (c, { reads }, own) => {
    const { customer, person } = own
    const { name, email } = customer
    const until = closedKeyIn(c.req.query('until') ?? '')
    const q = (c.req.query('q') ?? '').trim()
    const found = q === '' ? undefined : await searchMine(reads, person, { q, until })
    const { lines, next } = found
      ? { lines: [], next: found.next }
      : await readMine(reads, person, until)
    if (wantsJson(c)) return c.json({ name, email, conversations: found?.found ?? lines, next })
    const asked = next && { ...(q === '' ? {} : { q }), until: keyOf(next) }
    return page(
      c,
      MinePage({
        ...{ ...visitorLook(c), name, email, lines, isFurther: until !== undefined },
        ...(found ? { search: { q, found: found.found } } : {}),
        older: asked && at.pageOf(asked),
        wordsOf: await wordsOf(c, reads, own),
      }),
    )
  }),
})

/** Written while it is read: never more than one conversation is held. */
const exportMine = route({
  ...{ ...ofCustomers, method: 'GET', path: at.export, secret: true },
  show: forSignedIn(async (c, { desk }, { customer, person }) => {
    const limited = await desk.rate.spend('transcript', customer.id)
    if (limited) return answerProblem(c, limited)
    const { language, zone, now } = visitorLook(c)
    const kept = await readKept(desk.store, customer, person.id, now)
    const look = { language: languageOf(language), zone, now }
    const talks = conversationsOf(desk.store, person.id, look)
    const encoder = new TextEncoder()
    let isFirst = true
    const body = new ReadableStream<Uint8Array>({
      start(out) {
        const head = JSON.stringify(kept, null, 2).replace(/\n\}$/, ',\n  "conversations": [')
        out.enqueue(encoder.encode(head))
      },
      async pull(out) {
        const { value, done } = await talks.next()
        if (done) {
          out.enqueue(encoder.encode('\n]}\n'))
          return out.close()
        }
        out.enqueue(encoder.encode(`${isFirst ? '' : ','}\n${JSON.stringify(value)}`))
        isFirst = false
      },
    })
    return c.body(body, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-data-${dayOf(now, zone)}.json"`,
    })
  }),
})

export const mineRoutes: readonly Route[] = [showMine, exportMine]
